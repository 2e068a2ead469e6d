-- base_player_line: the line-mates of a skater in a game (page 30, block S): the one he was on the
-- ice with longest, the defender he was paired with, and how long the two longest mates were both
-- there. Equal seconds: the smaller player_id.
-- grain: one row per game and skater with shifts
-- by: game
with
ranked as (
    select
        *,
        row_number() over (
            partition by game_id, player_id order by seconds desc, mate_id
        ) as place,
        row_number() over (
            partition by game_id, player_id order by defense_seconds desc, mate_id
        ) as defense_place
    from base_mate
),
best as (
    select
        game_id,
        player_id,
        count(*)::integer as mates,
        max(mate_id) filter (where place = 1) as mate_1,
        max(mate_id) filter (where place = 2) as mate_2,
        max(seconds) filter (where place = 1) as top_seconds,
        max(cf) filter (where place = 1) as top_cf,
        max(ca) filter (where place = 1) as top_ca,
        max(mate_id) filter (where defense_place = 1 and defense_seconds > 0) as partner,
        max(defense_seconds) filter (where defense_place = 1 and defense_seconds > 0)
            as partner_seconds
    from ranked
    group by game_id, player_id
)
select
    ice.game_id,
    ice.player_id,
    coalesce(mates, 0) as unique_linemates,
    mate_1 as top_linemate_player_id,
    top_seconds,
    top_cf,
    top_ca,
    case when 2 * defense_seconds > toi_seconds then partner end as d_partner_player_id,
    case when 2 * defense_seconds > toi_seconds then partner_seconds end as partner_seconds,
    case when mate_2 is not null then coalesce(trio.seconds, 0) end as trio_seconds
from base_player_ice as ice
left join best using (game_id, player_id)
left join base_trio as trio
    on trio.game_id = ice.game_id
    and player_ids = concat_ws(
        ',',
        least(ice.player_id, mate_1, mate_2),
        greatest(least(ice.player_id, mate_1), least(greatest(ice.player_id, mate_1), mate_2)),
        greatest(ice.player_id, mate_1, mate_2)
    )
