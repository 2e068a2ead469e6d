-- base_group_line: the line-mates of a skater over the games of a group, as base_player_line tells
-- them of one game (page 30, S and 4): anew from all shifts of the group.
-- grain: one row per group and skater
with
mate as (
    select
        kind,
        label,
        game_type,
        player_id,
        mate_id,
        sum(seconds) as seconds,
        sum(cf) as cf,
        sum(ca) as ca,
        sum(defense_seconds) as defense_seconds
    from base_player_group
    join base_mate using (game_id, player_id)
    group by kind, label, game_type, player_id, mate_id
),
ranked as (
    select
        *,
        row_number() over (
            partition by kind, label, game_type, player_id order by seconds desc, mate_id
        ) as place,
        row_number() over (
            partition by kind, label, game_type, player_id order by defense_seconds desc, mate_id
        ) as defense_place
    from mate
),
best as (
    select
        kind,
        label,
        game_type,
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
    group by kind, label, game_type, player_id
),
skater as (
    select
        game_id,
        player_id,
        shift_duration,
        array_agg(player_id) over (partition by shift_id, venue) as on_ice
    from fact_shift_players
    where player_id is not null and position <> 'G' and period between 1 and 4
),
wanted as materialized (
    select kind, label, game_type, player_id, game_id, mate_1, mate_2
    from best
    join base_player_group using (kind, label, game_type, player_id)
    where mate_2 is not null
),
trio as (
    select kind, label, game_type, player_id, sum(shift_duration) as seconds
    from wanted
    join skater using (game_id, player_id)
    where on_ice @> array[mate_1, mate_2]
    group by kind, label, game_type, player_id
)
select
    total.kind,
    total.label,
    total.game_type,
    total.player_id,
    coalesce(mates, 0) as unique_linemates,
    top_seconds,
    top_cf,
    top_ca,
    case when 2 * defense_seconds > toi_seconds then partner_seconds end as partner_seconds,
    case when mate_2 is not null then coalesce(trio.seconds, 0) end as trio_seconds
from base_player_total as total
left join best using (kind, label, game_type, player_id)
left join trio using (kind, label, game_type, player_id)
where toi_seconds is not null
