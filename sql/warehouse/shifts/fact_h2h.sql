-- fact_h2h: two skaters of one side who were on the ice together, and what happened then.
-- player_1_id is the first in the order of text.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: h2h_key
-- by: game
with
pair as (
    select
        one.game_id,
        one.player_id as player_1_id,
        two.player_id as player_2_id,
        one.venue,
        count(*)::integer as shifts_together,
        sum(one.shift_duration) as toi_together,
        sum(one.gf)::integer as goals_for,
        sum(one.ga)::integer as goals_against,
        sum(one.pm)::integer as plus_minus,
        sum(one.cf)::integer as corsi_for,
        sum(one.ca)::integer as corsi_against
    from fact_shift_players as one
    join fact_shift_players as two
        on two.shift_id = one.shift_id
        and two.venue = one.venue
        and two.player_id > one.player_id
    where one.position <> 'G' and two.position <> 'G' and one.period <= 4
    group by one.game_id, one.venue, one.player_id, two.player_id
)
select
    'H2H_' || game_id || '_' || player_1_id || '_' || player_2_id as h2h_key,
    game_id,
    season_id,
    player_1_id,
    player_2_id,
    venue,
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
    case venue when 'home' then 'VN01' else 'VN02' end as venue_id
from pair
join base_game using (game_id)
order by game_id, venue desc, player_1_id, player_2_id
