-- fact_game_status__counts_its_rows: the counts of a game are those of its tables, and a game has
-- goals, players and periods exactly if it was loaded.
select g.game_id, g.tracking_status, g.events_row_count, g.shifts_row_count, g.player_count
from fact_game_status as g
left join (
    select game_id, count(*) as rows from fact_event_players group by game_id
) as e on e.game_id = g.game_id
left join (
    select game_id, count(*) as rows from fact_shifts group by game_id
) as s on s.game_id = g.game_id
left join (
    select game_id, count(*) as rows, sum(goals) as goals
    from fact_player_game_stats
    group by game_id
) as p on p.game_id = g.game_id
left join (
    select game_id, count(*) as rows from qa_suspicious_stats group by game_id
) as q on q.game_id = g.game_id
where g.events_row_count <> coalesce(e.rows, 0)
    or g.shifts_row_count <> coalesce(s.rows, 0)
    or g.player_count <> coalesce(p.rows, 0)
    or g.goals_in_stats is distinct from p.goals
    or g.is_loaded <> (p.rows is not null)
    or g.suspicious_stats_count <> coalesce(q.rows, 0)
    or g.suspicious_stats_flag <> (q.rows is not null)
    or (g.tracking_status in ('COMPLETE', 'PARTIAL')) <> (e.rows is not null)
    or (g.periods_covered is not null) <> (e.rows is not null)
    or g.tracking_pct not between 0 and 100
    or g.player_id_fill_pct not between 0 and 100
