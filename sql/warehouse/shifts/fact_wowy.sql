-- fact_wowy: with or without you: what happened with both skaters of a pair on the ice, and with
-- exactly one of them. relative_corsi compares the shifts together with all other shifts of their
-- side in the game.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: wowy_key
-- by: game
with
skater as (
    select
        game_id,
        player_id,
        venue,
        count(*)::integer as shifts,
        sum(shift_duration) as seconds,
        sum(gf) as gf,
        sum(ga) as ga,
        sum(cf) as cf,
        sum(ca) as ca
    from fact_shift_players
    where player_id is not null and position <> 'G' and period <= 4
    group by game_id, player_id, venue
),
side as (
    select game_id, 'home' as venue, sum(cf) as cf, sum(ca) as ca
    from fact_shifts
    where period <= 4
    group by game_id
    union all
    select game_id, 'away', sum(ca), sum(cf)
    from fact_shifts
    where period <= 4
    group by game_id
),
pair as (
    select
        pair.*,
        one.shifts - shifts_together as p1_shifts,
        two.shifts - shifts_together as p2_shifts,
        one.seconds - toi_together as p1_seconds,
        two.seconds - toi_together as p2_seconds,
        one.gf + two.gf - 2 * goals_for as gf_apart,
        one.ga + two.ga - 2 * goals_against as ga_apart,
        one.cf + two.cf - 2 * corsi_for as cf_apart,
        one.ca + two.ca - 2 * corsi_against as ca_apart,
        side.cf - corsi_for as cf_other,
        side.ca - corsi_against as ca_other
    from fact_h2h as pair
    join skater as one
        on one.game_id = pair.game_id and one.player_id = player_1_id and one.venue = pair.venue
    join skater as two
        on two.game_id = pair.game_id and two.player_id = player_2_id and two.venue = pair.venue
    join side on side.game_id = pair.game_id and side.venue = pair.venue
),
share as (
    select
        *,
        100 * cf_apart::double precision / nullif(cf_apart + ca_apart, 0) as cf_pct_apart,
        100 * goals_for::double precision / nullif(goals_for + goals_against, 0)
            as gf_pct_together,
        100 * gf_apart::double precision / nullif(gf_apart + ga_apart, 0) as gf_pct_apart,
        100 * cf_other::double precision / nullif(cf_other + ca_other, 0) as cf_pct_other
    from pair
)
select
    'WOWY_' || game_id || '_' || player_1_id || '_' || player_2_id as wowy_key,
    game_id,
    season_id,
    player_1_id,
    player_2_id,
    venue,
    shifts_together,
    toi_together,
    p1_shifts as p1_shifts_without_p2,
    p2_shifts as p2_shifts_without_p1,
    p1_seconds + p2_seconds as toi_apart,
    p1_seconds as toi_p1_without_p2,
    p2_seconds as toi_p2_without_p1,
    cf_pct as cf_pct_together,
    cf_pct_apart,
    cf_pct - cf_pct_apart as cf_pct_delta,
    gf_pct_together,
    gf_pct_apart,
    gf_pct_together - gf_pct_apart as gf_pct_delta,
    cf_pct - cf_pct_other as relative_corsi,
    home_team_id,
    away_team_id,
    venue_id
from share
order by game_id, venue desc, player_1_id, player_2_id
