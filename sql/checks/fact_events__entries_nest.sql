-- fact_events__entries_nest: carried entries are controlled, rushes too, controlled ones entries.
select event_id, is_zone_entry, is_controlled_entry, is_carried_entry, is_rush
from fact_events
where is_carried_entry > is_controlled_entry
    or is_controlled_entry > is_zone_entry
    or is_rush > is_controlled_entry
    or is_carried_exit > is_controlled_exit
    or is_controlled_exit > is_zone_exit
