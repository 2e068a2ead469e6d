-- fact_player_game_position: what a player played in a game, by seconds on the ice. Equal seconds:
-- the position of the roster if it is among them, else the first of Forward, Defense, Goalie.
-- doc: warehouse page 20, 4
-- grain: one row per game and player
-- key: game_id, player_id
-- by: game
-- order: game_id, player_id
with
played as (
    select
        game_id,
        player_id,
        case slot when 'G' then 'Goalie' when 'D' then 'Defense' else 'Forward' end
            as position_group,
        sum(shifts)::integer as shifts,
        sum(seconds) as seconds
    from base_player_slot
    where period between 1 and 4
    group by game_id, player_id, slot
),
ranked as (
    select
        played.*,
        sum(seconds) over (partition by game_id, player_id) as all_seconds,
        row_number() over (
            partition by game_id, player_id
            order by
                seconds desc,
                position_group = player_position desc nulls last,
                array_position('{Forward,Defense,Goalie}', position_group)
        ) as place
    from played
    left join base_tracked_roster using (game_id, player_id)
)
select
    game_id,
    player_id,
    sum(shifts)::integer as total_shifts,
    max(position_group) filter (where place = 1) as dominant_position,
    100 * max(seconds) filter (where place = 1) / max(all_seconds) as dominant_position_pct,
    coalesce(max(shifts) filter (where position_group = 'Forward'), 0) as forward_shifts,
    coalesce(max(shifts) filter (where position_group = 'Defense'), 0) as defense_shifts,
    coalesce(max(shifts) filter (where position_group = 'Goalie'), 0) as goalie_shifts
from ranked
group by game_id, player_id
order by game_id, player_id
