-- base_player_cell: the cell of a player game. A game is in five groups of a skater's roll-ups
-- (page 30, 4): season and game type, season, position, tier of the opponents by their rating,
-- career. Games of a cell are in the same groups: parts are added by cell, then cells by group.
-- place: order of the games.
-- grain: one row per game and skater
-- analyze: yes
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
),
placed as (
    select
        *,
        case
            when opp_avg_rating >= 5 then 'Elite'
            when opp_avg_rating >= 4 then 'Above Average'
            when opp_avg_rating >= 3 then 'Average'
            when opp_avg_rating is not null then 'Below Average'
            else 'Unknown'
        end as tier
    from game
)
select
    game_id,
    player_id,
    season_id,
    game_type,
    position,
    tier,
    place,
    dense_rank() over (order by player_id, season_id, game_type, position, tier)::integer as cell
from placed
