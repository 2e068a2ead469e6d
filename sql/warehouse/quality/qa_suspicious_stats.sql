-- qa_suspicious_stats: player games that cannot be right, or hardly: more than a game allows, or
-- not what the roster of the league says.
-- doc: warehouse page 31, 3
-- grain: one row per player game with a flag
-- key: suspicious_key
-- by: game
-- order: suspicious_key
with
played as (
    select game_id, sum(length::numeric) as seconds
    from base_period_tracked
    where has_events and period <= 4
    group by game_id
),

judged as (
    select
        s.player_game_key,
        s.game_id,
        s.player_id,
        s.goals,
        s.shots,
        s.toi_minutes,
        nullif(
            concat_ws(
                ',',
                case when s.goals > 5 then 'high_goals' end,
                case when s.shots > 20 then 'high_shots' end,
                case when s.goals > 0 and s.shots = 0 then 'goals_without_shots' end,
                case when s.toi_seconds > 3600 then 'excessive_toi' end,
                case when s.toi_seconds = 0 and (s.goals > 0 or s.shots > 0)
                    then 'stats_without_toi' end,
                case when s.toi_seconds > p.seconds then 'toi_exceeds_game' end,
                case when s.goals <> r.goals then 'goals_differ_from_roster' end,
                case when r.player_id is null then 'not_on_roster' end
            ),
            ''
        ) as flags
    from fact_player_game_stats as s
    left join played as p on p.game_id = s.game_id
    left join base_tracked_roster as r on r.game_id = s.game_id and r.player_id = s.player_id
)

select
    j.player_game_key as suspicious_key,
    j.game_id,
    j.player_id,
    j.flags,
    j.goals,
    j.shots,
    j.toi_minutes,
    u.started_at as _export_timestamp
from judged as j
cross join run_parameter as u
where j.flags is not null
order by suspicious_key
