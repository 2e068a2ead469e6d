-- fact_shot_event__screens_add_up: the two screen scores are those of the players who screen.
with
screen as (
    select
        event_id,
        count(*) filter (where is_screening) as screens,
        coalesce(sum(screen_score) filter (where is_screening), 0) as score
    from fact_shot_players
    where is_screening is not null
    group by event_id
)
select shot_event_key, total_screen_score, score
from fact_shot_event
left join screen using (event_id)
where screens is distinct from screen_count
    or (score is null) <> (total_screen_score is null)
    or abs(score - total_screen_score) > 1e-9
    or abs(friendly_screen_score + own_team_screen_score - total_screen_score) > 1e-9
    or is_screened is distinct from (total_screen_score > 0.2)
