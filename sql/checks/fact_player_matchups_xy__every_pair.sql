-- fact_player_matchups_xy__every_pair: the match-ups of an event are its event roles with points
-- times its opponents with points; they close exactly when the distance shrinks.
with
placed as (
    select
        event_id,
        count(*) filter (where is_event_team) * count(*) filter (where not is_event_team) as pairs
    from fact_player_xy_wide
    group by event_id
),
found as (
    select
        event_id,
        count(*) as pairs,
        count(*) filter (where is_closing is distinct from (distance_change < 0)) as wrong
    from fact_player_matchups_xy
    group by event_id
)
select event_id, placed.pairs, found.pairs, wrong
from placed
full join found using (event_id)
where coalesce(placed.pairs, 0) <> coalesce(found.pairs, 0) or wrong > 0
