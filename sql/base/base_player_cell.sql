-- base_player_cell: the cell of a player game. A game is in five groups of a skater's roll-ups
-- (page 30, 4): season and game type, season, position, tier of the opponents by their rating,
-- career. Games of a cell are in the same groups: parts are added by cell, then cells by group.
-- place: order of the games. cell: one of the player's.
-- grain: one row per game and skater
-- by: player
-- keep: yes
-- analyze: game_id, player_id, cell
with
game as (
    select
        part.game_id,
        part.player_id,
        part.season_id,
        part.game_type,
        coalesce(part.position, 'Unknown') as position,
        coalesce(tier.tier_name, 'Unknown') as tier,
        game_place(schedule.date, part.game_id) as place
    from base_player_part as part
    left join dim_schedule as schedule on schedule.game_id = part.game_id
    left join dim_competition_tier as tier on tier.competition_tier_id = competition_tier_id(
        part.opp_avg_rating_sum / nullif(part.opp_avg_rating_seconds, 0)
    )
)
select
    game_id,
    player_id,
    season_id,
    game_type,
    position,
    tier,
    place,
    (dense_rank() over (
        partition by player_id order by season_id, game_type, position, tier
    ))::integer as cell
from game
