-- base_group_line: the line-mates of a skater over the games of a group, as base_player_line tells
-- them of one game (page 30, S and 4): anew from all shifts of the group.
-- grain: one row per group with ice time
with
cell_mate as (
    select
        cell,
        mate_id,
        sum(seconds) as seconds,
        sum(cf) as cf,
        sum(ca) as ca,
        sum(defense_seconds) as defense_seconds
    from base_mate
    join base_player_cell using (game_id, player_id)
    group by cell, mate_id
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
    join cell_mate using (cell)
    group by group_no, player_id, mate_id
),
ranked as (
    select
        *,
        row_number() over (partition by group_no order by seconds desc, mate_id) as place,
        row_number() over (partition by group_no order by defense_seconds desc, mate_id)
            as defense_place
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
        max(defense_seconds) filter (where defense_place = 1 and defense_seconds > 0)
            as partner_seconds
    from ranked
    group by group_no, player_id
),
trio as (
    select group_no, sum(base_trio.seconds) as seconds
    from best
    join base_trio
        on player_1 = least(player_id, mate_1, mate_2)
        and player_2 = greatest(
            least(player_id, mate_1), least(greatest(player_id, mate_1), mate_2)
        )
        and player_3 = greatest(player_id, mate_1, mate_2)
    join base_player_cell as game
        on game.game_id = base_trio.game_id and game.player_id = best.player_id
    join base_player_group using (group_no, cell)
    where mate_2 is not null
    group by group_no
)
select
    group_no,
    coalesce(mates, 0) as unique_linemates,
    top_seconds,
    top_cf,
    top_ca,
    case when 2 * defense_seconds > toi_seconds then partner_seconds end as partner_seconds,
    case when mate_2 is not null then coalesce(trio.seconds, 0) end as trio_seconds
from base_player_total
left join best using (group_no)
left join trio using (group_no)
where toi_seconds is not null
