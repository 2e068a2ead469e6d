-- fact_line_combos__cover_the_ice_time: the forward lines of a side have the time with at least two
-- forwards, its defence pairs that with two defenders.
with
shift as (
    select
        game_id,
        venue,
        kind,
        shift_duration,
        case kind when 'forward' then forwards else defenders end as members
    from fact_shifts
    cross join lateral (values
        ('home', num_nonnulls(home_forward_1, home_forward_2, home_forward_3),
            num_nonnulls(home_defense_1, home_defense_2)),
        ('away', num_nonnulls(away_forward_1, away_forward_2, away_forward_3),
            num_nonnulls(away_defense_1, away_defense_2))
    ) as side (venue, forwards, defenders)
    cross join (values ('forward'), ('defense')) as kinds (kind)
    where period <= 4
),
wanted as (
    select game_id, venue, kind, sum(shift_duration) as seconds, count(*) as shifts
    from shift
    where members >= 2
    group by game_id, venue, kind
),
found as (
    select game_id, venue, combo_type as kind, sum(toi_together) as seconds, sum(shifts) as shifts
    from fact_line_combos
    group by game_id, venue, combo_type
)
select game_id, venue, kind, wanted.seconds, found.seconds
from wanted
full join found using (game_id, venue, kind)
where wanted.shifts is distinct from found.shifts
    or abs(wanted.seconds - found.seconds) > 1e-6
