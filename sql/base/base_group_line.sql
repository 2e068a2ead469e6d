-- base_group_line: the line-mates of a skater over the games of a group, as base_player_line tells
-- them of one game (page 30, S and 4): anew from all shifts of the group.
-- grain: one row per player and group with ice time
-- by: player
-- keep: yes
with
cell_mate as (
    select
        player_id,
        cell,
        mate_id,
        sum(seconds) as seconds,
        sum(cf) as cf,
        sum(ca) as ca,
        sum(defense_seconds) as defense_seconds
    from base_mate
    join base_player_cell using (game_id, player_id)
    group by player_id, cell, mate_id
),
mate as (
    select
        group_no,
        player_id,
        mate_id,
        sum(seconds) as seconds,
        sum(cf) as cf,
        sum(ca) as ca,
        sum(defense_seconds) as defense_seconds
    from base_player_group
    join cell_mate using (player_id, cell)
    group by group_no, player_id, mate_id
),
ranked as (
    select
        *,
        row_number() over (partition by player_id, group_no order by seconds desc, mate_id) as place
    from mate
),
best as (
    select
        group_no,
        player_id,
        count(*)::integer as mates,
        max(mate_id) filter (where place = 1) as mate_1,
        max(mate_id) filter (where place = 2) as mate_2,
        max(seconds) filter (where place = 1) as top_seconds,
        max(cf) filter (where place = 1) as top_cf,
        max(ca) filter (where place = 1) as top_ca,
        max(defense_seconds) filter (where defense_seconds > 0) as partner_seconds
    from ranked
    group by group_no, player_id
),
-- The skater and his two longest mates, named as base_trio names them.
named as materialized (
    select
        group_no,
        player_id,
        concat_ws(
            ',',
            least(player_id, mate_1, mate_2),
            greatest(least(player_id, mate_1), least(greatest(player_id, mate_1), mate_2)),
            greatest(player_id, mate_1, mate_2)
        ) as player_ids
    from best
    where mate_2 is not null
),
-- Few of all the trios are asked for: they are picked before they are joined.
picked as materialized (
    select game_id, player_ids, seconds
    from base_trio
    where (player_ids in (select player_ids from named)) is true
),
game_trio as materialized (
    select game_id, player_id, player_ids, seconds
    from picked
    join (select distinct player_id, player_ids from named) as asked using (player_ids)
),
cell_trio as (
    select player_id, cell, player_ids, sum(seconds) as seconds
    from game_trio
    join base_player_cell using (game_id, player_id)
    group by player_id, cell, player_ids
),
trio as (
    select player_id, group_no, sum(seconds) as seconds
    from named
    join base_player_group using (player_id, group_no)
    join cell_trio using (player_id, cell, player_ids)
    group by player_id, group_no
)
select
    player_id,
    group_no,
    coalesce(mates, 0) as unique_linemates,
    top_seconds,
    top_cf,
    top_ca,
    case when 2 * defense_seconds > toi_seconds then partner_seconds end as partner_seconds,
    case when mate_2 is not null then coalesce(trio.seconds, 0) end as trio_seconds
from base_player_total
left join best using (player_id, group_no)
left join trio using (player_id, group_no)
where toi_seconds is not null
