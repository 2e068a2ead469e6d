-- fact_zone_entry_summary__parts_of_the_attempts: kinds and failures are parts of the attempts, a
-- success rate is a percentage and needs the failures.
select *
from fact_zone_entry_summary
where controlled_entries + dump_entries > total_entries
    or failed_entries > total_entries
    or entry_success_rate not between 0 and 100
    or entry_success_rate is not null and failed_entries is null
