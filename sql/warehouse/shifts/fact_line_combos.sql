-- fact_line_combos: forward lines and defence pairs: the set of players in the forward slots of a
-- shift if there are at least two, and in the defence slots if there are two. A number that is not
-- on the roster is # and the number. The slots are those of fact_shifts: who stands in a forward
-- and in a defence slot is a member of both sets.
-- doc: warehouse page 20, 6
-- grain: one row per game, side, kind and set; home before away, forwards before defence
-- key: line_combo_key
-- by: game
with
combination as (
    select
        game_id,
        shift_index,
        side,
        left(position, 1) as kind,
        array_agg(
            distinct coalesce(player_id, '#' || jersey) order by coalesce(player_id, '#' || jersey)
        ) as members
    from base_lineup_slot
    where position not in ('X', 'G')
    group by game_id, shift_index, side, left(position, 1)
),
played as (
    select
        game_id,
        side as venue,
        kind,
        members,
        max(season_id) as season_id,
        count(*)::integer as shifts,
        sum(shift_duration) as toi_together,
        sum(case side when 'home' then home_gf_all else away_gf_all end)::integer as goals_for,
        sum(case side when 'home' then home_ga_all else away_ga_all end)::integer
            as goals_against,
        sum(case side when 'home' then cf else ca end)::integer as corsi_for,
        sum(case side when 'home' then ca else cf end)::integer as corsi_against,
        max(home_team_id) as home_team_id,
        max(away_team_id) as away_team_id
    from combination
    join fact_shifts using (game_id, shift_index)
    where cardinality(members) >= 2 and period <= 4
    group by game_id, side, kind, members
)
select
    'LC_' || game_id || '_' || venue || '_' || kind || '_' || array_to_string(members, '_')
        as line_combo_key,
    game_id,
    season_id,
    venue,
    case kind when 'F' then 'forward' else 'defense' end as combo_type,
    case kind when 'F' then array_to_string(members, ',') end as forward_combo,
    case kind when 'D' then array_to_string(members, ',') end as defense_combo,
    shifts,
    toi_together,
    goals_for,
    goals_against,
    corsi_for,
    corsi_against,
    home_team_id,
    away_team_id,
    case venue when 'home' then 'VN01' else 'VN02' end as venue_id
from played
order by game_id, venue desc, kind desc, members
