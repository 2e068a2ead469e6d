-- base_player_ice: what happened with a skater on the ice (page 30, blocks C, D, G, L, Q, R and T):
-- sums over his shifts outside slot G, periods 1 to 4, seen from his side.
-- grain: one row per game and skater with such a row
-- by: game
with
-- In the order of time, in which ratings and adjusted attempts are added up.
shift as (
    select
        player_no,
        player_id,
        player.rating,
        position in ('D1', 'D2') as is_defense,
        segment = 1 as is_first_segment,
        qot_rating,
        side.*
    from (
        select * from base_lineup_player
        where player_no is not null and position <> 'G' and period between 1 and 4
        order by player_no, slot_no
    ) as player
    cross join lateral (
        select * from base_shift_side where side_no = player.side_no offset 0
    ) as side
)

select
    player_no,
    min(game_id) as game_id,
    min(player_id) as player_id,
    whole_seconds(sum(shift_duration)) as toi_seconds,
    count(*)::integer as shifts,
    (count(*) filter (where is_first_segment))::integer as shift_count,
    max(rating) as player_rating,
    sum(gf_ev)::integer as plus_ev,
    sum(ga_ev)::integer as minus_ev,
    sum(cf)::integer as corsi_for,
    sum(ca)::integer as corsi_against,
    sum(ff)::integer as fenwick_for,
    sum(fa)::integer as fenwick_against,
    sum(sf)::integer as sog_for,
    sum(sa)::integer as sog_against,
    sum(gf)::integer as plus_total,
    sum(ga)::integer as minus_total,
    sum(scf)::integer as scoring_chances_for,
    sum(sca)::integer as scoring_chances_against,
    sum(hdf)::integer as high_danger_for,
    sum(hda)::integer as high_danger_against,

    -- ratings, weighted by seconds, and the seconds in which they are known
    sum(team_avg_rating * shift_duration) as team_avg_rating_sum,
    sum(shift_duration) filter (where team_avg_rating is not null) as team_avg_rating_seconds,
    sum(opp_avg_rating * shift_duration) as opp_avg_rating_sum,
    sum(shift_duration) filter (where opp_avg_rating is not null) as opp_avg_rating_seconds,
    sum(team_min_rating * shift_duration) as team_min_rating_sum,
    sum(shift_duration) filter (where team_avg_rating is not null) as team_min_rating_seconds,
    sum(team_max_rating * shift_duration) as team_max_rating_sum,
    sum(shift_duration) filter (where team_avg_rating is not null) as team_max_rating_seconds,
    sum(opp_min_rating * shift_duration) as opp_min_rating_sum,
    sum(shift_duration) filter (where opp_avg_rating is not null) as opp_min_rating_seconds,
    sum(opp_max_rating * shift_duration) as opp_max_rating_sum,
    sum(shift_duration) filter (where opp_avg_rating is not null) as opp_max_rating_seconds,
    sum(qot_rating * shift_duration) as qot_rating_sum,
    sum(shift_duration) filter (where qot_rating is not null) as qot_rating_seconds,

    -- where his logical shifts began
    (count(*) filter (where is_first_segment and start_zone = 'o'))::integer
        as zone_starts_oz,
    (count(*) filter (where is_first_segment and start_zone = 'n'))::integer
        as zone_starts_nz,
    (count(*) filter (where is_first_segment and start_zone = 'd'))::integer
        as zone_starts_dz,

    -- periods
    whole_seconds(sum(shift_duration) filter (where period = 1)) as p1_toi_seconds,
    whole_seconds(sum(shift_duration) filter (where period = 2)) as p2_toi_seconds,
    whole_seconds(sum(shift_duration) filter (where period = 3)) as p3_toi_seconds,

    -- strength
    whole_seconds(sum(shift_duration) filter (where is_ev)) as ev_toi_seconds,
    (sum(cf) filter (where is_ev))::integer as ev_cf,
    (sum(ca) filter (where is_ev))::integer as ev_ca,
    (sum(gf) filter (where is_ev))::integer as ev_gf,
    (sum(ga) filter (where is_ev))::integer as ev_ga,
    whole_seconds(sum(shift_duration) filter (where is_pp)) as pp_toi_seconds,
    (sum(cf) filter (where is_pp))::integer as pp_cf,
    (sum(ca) filter (where is_pp))::integer as pp_ca,
    (sum(gf) filter (where is_pp))::integer as pp_gf,
    (sum(ga) filter (where is_pp))::integer as pp_ga,
    whole_seconds(sum(shift_duration) filter (where is_pk)) as pk_toi_seconds,
    (sum(cf) filter (where is_pk))::integer as pk_cf,
    (sum(ca) filter (where is_pk))::integer as pk_ca,
    (sum(gf) filter (where is_pk))::integer as pk_gf,
    (sum(ga) filter (where is_pk))::integer as pk_ga,
    whole_seconds(sum(shift_duration) filter (where is_en)) as en_toi_seconds,
    (sum(cf) filter (where is_en))::integer as en_cf,
    (sum(ca) filter (where is_en))::integer as en_ca,
    (sum(gf) filter (where is_en))::integer as en_gf,
    (sum(ga) filter (where is_en))::integer as en_ga,

    -- tiers of the opponents
    whole_seconds(sum(shift_duration) filter (where is_elite)) as vs_elite_toi,
    (sum(cf) filter (where is_elite))::integer as vs_elite_cf,
    (sum(ca) filter (where is_elite))::integer as vs_elite_ca,
    (sum(gf) filter (where is_elite))::integer as vs_elite_gf,
    (sum(ga) filter (where is_elite))::integer as vs_elite_ga,
    whole_seconds(sum(shift_duration) filter (where is_good)) as vs_good_toi,
    (sum(cf) filter (where is_good))::integer as vs_good_cf,
    (sum(ca) filter (where is_good))::integer as vs_good_ca,
    (sum(gf) filter (where is_good))::integer as vs_good_gf,
    (sum(ga) filter (where is_good))::integer as vs_good_ga,
    whole_seconds(sum(shift_duration) filter (where is_average)) as vs_avg_toi,
    (sum(cf) filter (where is_average))::integer as vs_avg_cf,
    (sum(ca) filter (where is_average))::integer as vs_avg_ca,
    (sum(gf) filter (where is_average))::integer as vs_avg_gf,
    (sum(ga) filter (where is_average))::integer as vs_avg_ga,
    whole_seconds(sum(shift_duration) filter (where is_weak)) as vs_weak_toi,
    (sum(cf) filter (where is_weak))::integer as vs_weak_cf,
    (sum(ca) filter (where is_weak))::integer as vs_weak_ca,
    (sum(gf) filter (where is_weak))::integer as vs_weak_gf,
    (sum(ga) filter (where is_weak))::integer as vs_weak_ga,

    -- attempts, adjusted and expected
    sum(cf_adj) as cf_adj,
    sum(ca_adj) as ca_adj,
    sum(expected_cf_pct * (cf + ca)) as expected_sum,
    (sum(cf + ca) filter (where expected_cf_pct is not null))::integer as expected_attempts,
    (sum(cf) filter (where expected_cf_pct is not null))::integer as expected_cf,
    sum((gf + ga) * (expected_cf_pct / 50 - 1)) as expected_pm,

    -- score state
    whole_seconds(sum(shift_duration) filter (where is_leading)) as leading_toi,
    (sum(cf) filter (where is_leading))::integer as leading_cf,
    (sum(ca) filter (where is_leading))::integer as leading_ca,
    whole_seconds(sum(shift_duration) filter (where is_trailing)) as trailing_toi,
    (sum(cf) filter (where is_trailing))::integer as trailing_cf,
    (sum(ca) filter (where is_trailing))::integer as trailing_ca,
    whole_seconds(sum(shift_duration) filter (where is_tied)) as tied_toi,
    (sum(cf) filter (where is_tied))::integer as tied_cf,
    (sum(ca) filter (where is_tied))::integer as tied_ca,
    whole_seconds(sum(shift_duration) filter (where is_close_game)) as close_game_toi,
    (sum(cf) filter (where is_close_game))::integer as close_game_cf,
    (sum(ca) filter (where is_close_game))::integer as close_game_ca,
    whole_seconds(sum(shift_duration) filter (where is_leading and period = 3))
        as p3_leading_toi,
    (sum(cf) filter (where is_leading and period = 3))::integer as p3_leading_cf,
    (sum(ca) filter (where is_leading and period = 3))::integer as p3_leading_ca,
    (sum(gf) filter (where is_leading and period = 3))::integer as p3_leading_gf,
    (sum(ga) filter (where is_leading and period = 3))::integer as p3_leading_ga,

    -- first and last minutes of the periods
    sum(early_cf)::integer as early_period_cf,
    sum(early_ca)::integer as early_period_ca,
    sum(late_cf)::integer as late_period_cf,
    sum(late_ca)::integer as late_period_ca,

    -- in the slots of defenders
    sum(shift_duration) filter (where is_defense) as defense_seconds
from shift
group by player_no
