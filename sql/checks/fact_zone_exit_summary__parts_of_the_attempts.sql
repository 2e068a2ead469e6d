-- fact_zone_exit_summary__parts_of_the_attempts: kinds and failures are parts of the attempts, a
-- success rate is a percentage and needs the failures.
select *
from fact_zone_exit_summary
where controlled_exits + clear_exits > total_exits
    or failed_exits > total_exits
    or exit_success_rate not between 0 and 100
    or exit_success_rate is not null and failed_exits is null
