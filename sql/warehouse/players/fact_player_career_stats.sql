-- fact_player_career_stats: the tracked games of a skater in all. Position and team are those of
-- his latest roster row, tracked or not, that has one.
-- doc: warehouse page 30, 4
-- grain: one row per skater
-- key: player_career_key
with
roster as (
    select
        roster.player_id,
        player_position,
        team_name,
        game_place(schedule.date, roster.game_id) as place
    from fact_gameroster as roster
    join base_player_rollup as total on total.player_id = roster.player_id and kind = 'career'
    left join dim_schedule as schedule on schedule.game_id = roster.game_id
),
latest as (
    select
        player_id,
        (array_agg(player_position order by place desc)
            filter (where player_position is not null))[1] as position,
        (array_agg(team_name order by place desc) filter (where team_name is not null))[1]
            as current_team
    from roster
    group by player_id
)
select
    p.player_id,
    p.goals,
    p.primary_assists,
    p.secondary_assists,
    p.assists,
    p.points,
    p.shots,
    p.sog,
    p.pass_attempts,
    p.pass_completed,
    p.takeaways,
    p.giveaways,
    p.hits,
    p.blocks,
    p.dump_ins,
    p.fo_wins,
    p.fo_losses,
    p.seasons as seasons_played,
    p.war,
    p.game_score,
    p.games as career_games,
    n.player_full_name as player_name,
    r.position,
    r.current_team,
    p.goals::double precision / p.games as goals_per_game,
    p.assists::double precision / nullif(p.tag_games, 0) as assists_per_game,
    p.points::double precision / p.games as points_per_game,
    p.shooting_pct,
    p.pass_completion_pct,
    p.fo_pct as faceoff_pct,
    p.takeaways::double precision / nullif(p.giveaways, 0) as takeaway_giveaway_ratio,
    p.player_id || '_career' as player_career_key,
    started_at as _export_timestamp
from base_player_rollup as p
left join dim_player as n using (player_id)
left join latest as r using (player_id)
cross join run_parameter
where p.kind = 'career'
order by player_career_key
