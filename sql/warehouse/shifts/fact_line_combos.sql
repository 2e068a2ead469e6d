-- fact_line_combos: forward lines and defence pairs: the set of players in the forward slots of a
-- shift if there are at least two, and in the defence slots if there are two. A number that is not
-- on the roster is # and the number. The slots are those of fact_shifts: who stands in a forward
-- and in a defence slot is a member of both sets.
-- doc: warehouse page 20, 6
-- grain: one row per game, side, kind and set; home before away, forwards before defence
-- key: line_combo_key
-- by: game
with
-- Shifts with the same numbers in the same slots first.
slots as (
    select
        game_id,
        side,
        forwards,
        defenders,
        season_id,
        home_team_id,
        away_team_id,
        count(*) as shifts,
        sum(shift_duration) as toi_together,
        sum(gf) as goals_for,
        sum(ga) as goals_against,
        sum(cf) as corsi_for,
        sum(ca) as corsi_against
    from base_shift_side
    where period <= 4
    group by game_id, side, forwards, defenders, season_id, home_team_id, away_team_id
),
combination as (
    select
        slots.*,
        kind,
        array(
            select distinct member from unnest(members) as m (member)
            where member is not null order by member
        ) as members
    from slots
    cross join lateral (values ('F', forwards), ('D', defenders)) as line (kind, members)
),
played as (
    select
        game_id,
        side as venue,
        kind,
        members,
        season_id,
        home_team_id,
        away_team_id,
        sum(shifts)::integer as shifts,
        sum(toi_together) as toi_together,
        sum(goals_for)::integer as goals_for,
        sum(goals_against)::integer as goals_against,
        sum(corsi_for)::integer as corsi_for,
        sum(corsi_against)::integer as corsi_against
    from combination
    where cardinality(members) >= 2
    group by game_id, side, kind, members, season_id, home_team_id, away_team_id
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
