-- base_goalie_played: the goalie games of fact_goalie_game_stats with what roll-ups need beside its
-- columns: seconds in net, whether he started, season and game type, place in the order of games.
-- grain: one row per goalie and game
select
    goalie.*,
    net.seconds,
    net.is_starter,
    schedule.season_id,
    schedule.season,
    coalesce(schedule.game_type, 'Regular') as game_type,
    game_place(schedule.date, goalie.game_id) as place
from fact_goalie_game_stats as goalie
join base_goalie_net as net using (game_id, player_id)
left join dim_schedule as schedule on schedule.game_id = goalie.game_id
