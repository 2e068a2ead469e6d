-- base_player_group: the cells of each group of games that a skater's roll-ups are made of (page
-- 30, 4): season with its game types and All, position, tier of the opponents, career.
-- group_no: one of the player's.
-- grain: one row per player, group and cell
-- by: player
-- keep: yes
-- analyze: yes
with
cell as (
    select distinct cell, player_id, season_id, game_type, position, tier
    from base_player_cell
)
select
    (dense_rank() over (
        partition by player_id order by kind, label, of_group.game_type
    ))::integer as group_no,
    kind,
    label,
    of_group.game_type,
    player_id,
    cell
from cell
cross join lateral (values
    ('season', season_id, cell.game_type),
    ('season', season_id, 'All'),
    ('position', position, 'All'),
    ('tier', tier, 'All'),
    ('career', 'career', 'All')
) as of_group (kind, label, game_type)
where label is not null
