-- base_player_group: the groups of games that a player's roll-ups are made of (page 30, 4): season
-- with its game types and All, position, tier of the opponents by their rating, career.
-- place: order of the games of the player.
-- grain: one row per group, player and game
-- analyze: game_id, player_id, kind, label, game_type
with
game as (
    select
        part.game_id,
        player_id,
        part.season_id,
        part.game_type,
        coalesce(position, 'Unknown') as position,
        opp_avg_rating_sum / nullif(opp_avg_rating_seconds, 0) as opp_avg_rating,
        game_place(schedule.date, part.game_id) as place
    from base_player_part as part
    left join dim_schedule as schedule on schedule.game_id = part.game_id
)
select game_id, player_id, place, 'season' as kind, season_id as label, of.game_type
from game
cross join lateral (values (game.game_type), ('All')) as of (game_type)
where season_id is not null
union all
select game_id, player_id, place, 'position', position, 'All' from game
union all
select
    game_id,
    player_id,
    place,
    'tier',
    case
        when opp_avg_rating >= 5 then 'Elite'
        when opp_avg_rating >= 4 then 'Above Average'
        when opp_avg_rating >= 3 then 'Average'
        when opp_avg_rating is not null then 'Below Average'
        else 'Unknown'
    end,
    'All'
from game
union all
select game_id, player_id, place, 'career', 'career', 'All' from game
