-- fact_shifts__skaters_are_those_on_the_ice: the strength of a side are its rows of
-- fact_shift_players outside the net, six at most, unless somebody stands in two slots; a net is
-- empty without a goalie.
with
slots as (
    select
        game_id,
        shift_index,
        case when slot < 8 then 'home' else 'away' end as side,
        count(*) filter (where slot % 7 <> 0) as skaters,
        count(*) filter (where slot % 7 = 0) as goalies,
        bool_or(repeated) as is_repeated
    from base_lineup_slot
    join base_lineup using (lineup_no)
    group by game_id, shift_index, slot < 8
),
players as (
    select
        shift_id,
        venue,
        count(*) filter (where position <> 'G') as skaters
    from fact_shift_players
    group by shift_id, venue
),
sides as (
    select shift_id, game_id, shift_index, 'home' as side, home_team_strength as strength,
        home_team_en as is_empty
    from fact_shifts
    union all
    select shift_id, game_id, shift_index, 'away', away_team_strength, away_team_en
    from fact_shifts
)
select s.shift_id, s.side, s.strength
from sides as s
left join slots as t
    on t.game_id = s.game_id and t.shift_index = s.shift_index and t.side = s.side
left join players as p on p.shift_id = s.shift_id and p.venue = s.side
where s.strength <> coalesce(t.skaters, 0)
    or s.strength > 6
    or s.is_empty <> (coalesce(t.goalies, 0) = 0)::integer
    or not coalesce(t.is_repeated, false) and s.strength <> coalesce(p.skaters, 0)
