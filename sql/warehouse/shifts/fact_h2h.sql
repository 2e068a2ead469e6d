-- fact_h2h: two skaters of one side who were on the ice together, and what happened then.
-- player_1_id is the first in the order of text.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: h2h_key
-- by: game
with
-- A side has at most six skaters on the ice.
pick as materialized (
    select i, j
    from generate_series(1, 5) as i
    cross join generate_series(2, 6) as j
    where i < j
),
-- Shifts with the same skaters first.
stood as (
    select
        skater_nos,
        min(game_id) as game_id,
        count(*)::integer as shifts,
        sum(shift_duration) as seconds,
        sum(gf)::integer as gf,
        sum(ga)::integer as ga,
        sum(pm)::integer as pm,
        sum(cf)::integer as cf,
        sum(ca)::integer as ca
    from base_shift_side
    where period <= 4
    group by skater_nos
),
-- The numbers of players stand in the order of player_id.
pair as (
    select
        least(skater_nos[i], skater_nos[j]) as player_1_no,
        greatest(skater_nos[i], skater_nos[j]) as player_2_no,
        min(game_id) as game_id,
        sum(shifts)::integer as shifts_together,
        sum(seconds) as toi_together,
        sum(gf)::integer as goals_for,
        sum(ga)::integer as goals_against,
        sum(pm)::integer as plus_minus,
        sum(cf)::integer as corsi_for,
        sum(ca)::integer as corsi_against
    from stood
    join pick on j <= cardinality(skater_nos)
    group by player_1_no, player_2_no
),
player as (
    select home_player_no as player_no, home_player_id as player_id, 'home' as venue
    from base_number
    union
    select away_player_no, away_player_id, 'away' from base_number
)
select
    'H2H_' || game_id || '_' || one.player_id || '_' || two.player_id as h2h_key,
    game_id,
    season_id,
    one.player_id as player_1_id,
    two.player_id as player_2_id,
    one.venue,
    shifts_together,
    toi_together,
    goals_for,
    goals_against,
    plus_minus,
    corsi_for,
    corsi_against,
    100 * corsi_for::double precision / nullif(corsi_for + corsi_against, 0) as cf_pct,
    home_team_id,
    away_team_id,
    case one.venue when 'home' then 'VN01' else 'VN02' end as venue_id
from pair
join player as one on one.player_no = player_1_no
join player as two on two.player_no = player_2_no
join base_game using (game_id)
order by game_id, one.venue desc, player_1_id, player_2_id
