-- base_shift_side: the shifts of fact_shifts seen from both sides (page 20, 3): for and against,
-- strength, score and zones are those of the side; what its ratings let one expect, and what its
-- rows of fact_shift_players have in common. side_no: as base_lineup_player numbers it.
-- early_*, late_*: attempts in the first and last minutes of the period. skater_nos: the player_no
-- of its known skaters; forwards, defenders: who stands in these slots, player_id or # and number.
-- grain: one row per shift and side
-- by: game
-- index: side_no
-- analyze: side_no, period
with
-- Seconds of video that are not on the game clock, where they change: they hold for the shifts
-- that start at this event's clock or below it, and above the next change's. The first ones of a
-- period hold before it too.
video as (
    select
        game_id,
        period,
        running_intermission_duration,
        case when not is_first then clock end as from_clock,
        lead(clock) over (partition by game_id, period order by event_no) as to_clock
    from (
        select
            event_no,
            game_id,
            period,
            clock,
            running_intermission_duration,
            lag(game_id * 10::bigint + period) over so_far
                is distinct from game_id * 10::bigint + period as is_first,
            lag(running_intermission_duration) over so_far as before
        from base_event_flag
        window so_far as (order by event_no)
    ) as event
    where is_first or running_intermission_duration is distinct from before
),

-- Attempts of either side in the first and last minutes, by the shift that they fell in.
window_corsi as (
    select
        shift_id,
        (count(*) filter (where is_early and side = 'home'))::integer as home_early,
        (count(*) filter (where is_early and side = 'away'))::integer as away_early,
        (count(*) filter (where is_late and side = 'home'))::integer as home_late,
        (count(*) filter (where is_late and side = 'away'))::integer as away_late
    from (
        select
            shift_id,
            side,
            period_length - clock < window_seconds as is_early,
            clock <= window_seconds as is_late
        from base_stat_event
        where is_corsi and shift_id is not null
    ) as event
    group by shift_id
),

timed as (
    select shift_id, min(running_intermission_duration) as running_intermission_duration
    from base_lineup as l
    left join video as v
        on v.game_id = l.game_id
        and v.period = l.period
        and (v.from_clock is null or l.start_clock <= v.from_clock)
        and (v.to_clock is null or l.start_clock > v.to_clock)
    where shift_id is not null
    group by shift_id
),

-- The line-ups. Men: skaters less one who replaces the goalie. A goal with more men counts for
-- nobody's plus-minus.
lineup as materialized (
    select
        shift_no,
        shift_id,
        home_skaters - (home_goalie is null and home_xtra is not null)::integer as home_men,
        away_skaters - (away_goalie is null and away_xtra is not null)::integer as away_men,
        home_skater_nos,
        away_skater_nos,
        array[
            coalesce(home_forward_1_id, '#' || home_forward_1),
            coalesce(home_forward_2_id, '#' || home_forward_2),
            coalesce(home_forward_3_id, '#' || home_forward_3)
        ] as home_forwards,
        array[
            coalesce(home_defense_1_id, '#' || home_defense_1),
            coalesce(home_defense_2_id, '#' || home_defense_2)
        ] as home_defenders,
        array[
            coalesce(away_forward_1_id, '#' || away_forward_1),
            coalesce(away_forward_2_id, '#' || away_forward_2),
            coalesce(away_forward_3_id, '#' || away_forward_3)
        ] as away_forwards,
        array[
            coalesce(away_defense_1_id, '#' || away_defense_1),
            coalesce(away_defense_2_id, '#' || away_defense_2)
        ] as away_defenders,
        running_intermission_duration,
        coalesce(home_early, 0) as home_early,
        coalesce(away_early, 0) as away_early,
        coalesce(home_late, 0) as home_late,
        coalesce(away_late, 0) as away_late
    from base_lineup
    join timed using (shift_id)
    left join window_corsi using (shift_id)
),

-- The shift from both sides.
side as (
    select
        shift_no * 2 as side_no,
        'home' as side,
        shift_id,
        game_id,
        shift_index,
        period,
        shift_start_total_seconds,
        shift_end_total_seconds,
        shift_duration,
        stoppage_time,
        season_id,
        period_id,
        event_count,
        home_avg_rating,
        away_avg_rating,
        home_min_rating,
        away_min_rating,
        home_max_rating,
        away_max_rating,
        home_rating_advantage,
        home_team_id,
        away_team_id,
        is_close_game,
        shift_duration_id,
        'SP' || substr(shift_id, 3) || 'H' as slot_prefix,
        running_intermission_duration,
        home_team_id as team_id,
        away_team_id as opp_team_id,
        home_team_strength as skaters,
        away_team_strength as opp_skaters,
        home_team_en = 1 as net_empty,
        away_team_en = 1 as opp_net_empty,
        home_men as men,
        away_men as opp_men,
        home_gf_all as gf,
        home_ga_all as ga,
        home_gf_ev as gf_ev,
        home_ga_ev as ga_ev,
        home_gf_pp as gf_pp,
        home_ga_pp as ga_pp,
        home_gf_pk as gf_pk,
        home_ga_pk as ga_pk,
        cf,
        ca,
        cf_pct,
        ff,
        fa,
        ff_pct,
        sf,
        sa,
        scf,
        sca,
        hdf,
        hda,
        home_zone_entries as zone_entries,
        home_zone_exits as zone_exits,
        home_giveaways as giveaways,
        home_bad_giveaways as bad_giveaways,
        home_takeaways as takeaways,
        fo_won,
        fo_lost,
        start_zone,
        end_zone,
        home_avg_rating as team_avg_rating,
        away_avg_rating as opp_avg_rating,
        home_min_rating as team_min_rating,
        home_max_rating as team_max_rating,
        away_min_rating as opp_min_rating,
        away_max_rating as opp_max_rating,
        score_differential,
        home_early as early_cf,
        away_early as early_ca,
        home_late as late_cf,
        away_late as late_ca,
        home_skater_nos as skater_nos,
        home_forwards as forwards,
        home_defenders as defenders
    from fact_shifts
    join lineup using (shift_id)
    union all
    select
        shift_no * 2 + 1,
        'away',
        shift_id,
        game_id,
        shift_index,
        period,
        shift_start_total_seconds,
        shift_end_total_seconds,
        shift_duration,
        stoppage_time,
        season_id,
        period_id,
        event_count,
        home_avg_rating,
        away_avg_rating,
        home_min_rating,
        away_min_rating,
        home_max_rating,
        away_max_rating,
        home_rating_advantage,
        home_team_id,
        away_team_id,
        is_close_game,
        shift_duration_id,
        'SP' || substr(shift_id, 3) || 'A',
        running_intermission_duration,
        away_team_id,
        home_team_id,
        away_team_strength,
        home_team_strength,
        away_team_en = 1,
        home_team_en = 1,
        away_men,
        home_men,
        away_gf_all,
        away_ga_all,
        away_gf_ev,
        away_ga_ev,
        away_gf_pp,
        away_ga_pp,
        away_gf_pk,
        away_ga_pk,
        ca,
        cf,
        100 * ca::double precision / nullif(cf + ca, 0),
        fa,
        ff,
        100 * fa::double precision / nullif(ff + fa, 0),
        sa,
        sf,
        sca,
        scf,
        hda,
        hdf,
        away_zone_entries,
        away_zone_exits,
        away_giveaways,
        away_bad_giveaways,
        away_takeaways,
        fo_lost,
        fo_won,
        mirrored_zone(start_zone),
        mirrored_zone(end_zone),
        away_avg_rating,
        home_avg_rating,
        away_min_rating,
        away_max_rating,
        home_min_rating,
        home_max_rating,
        - score_differential,
        away_early,
        home_early,
        away_late,
        home_late,
        away_skater_nos,
        away_forwards,
        away_defenders
    from fact_shifts
    join lineup using (shift_id)
),
judged as (
    select
        side.*,
        situation_name(skaters, opp_skaters, net_empty, opp_net_empty) as situation,
        skaters || 'v' || opp_skaters as strength,
        skaters > 0 and opp_skaters > 0 as both_skate,
        team_avg_rating - opp_avg_rating as rating_differential,
        opp_avg_rating / 4 as opp_multiplier
    from side
),
expected as (
    select
        judged.*,
        gf * (not (both_skate and men > opp_men))::integer
            - ga * (not (both_skate and opp_men > men))::integer as pm,
        case
            when rating_differential is not null
                then least(greatest(50 + 5 * rating_differential, 30), 70)
        end as expected_cf_pct,
        cf * opp_multiplier as cf_adj,
        ca / nullif(opp_multiplier, 0) as ca_adj,
        situation_id,
        strength_id
    from judged
    left join dim_situation on situation_name = situation
    left join base_strength on strength_code = strength
),
valued as (
    select
        *,
        cf_pct - expected_cf_pct as cf_pct_vs_expected,
        round((cf_pct - expected_cf_pct)::numeric, 9) as cf_pct_rounded,
        100 * cf_adj / nullif(cf_adj + ca_adj, 0) as cf_pct_adj,
        100 * fo_won::double precision / nullif(fo_won + fo_lost, 0) as fo_pct,
        case
            when score_differential > 0 then 'leading'
            when score_differential < 0 then 'trailing'
            else 'tied'
        end as game_state,
        competition_tier_id(opp_avg_rating) as competition_tier_id
    from expected
    -- all this is computed once
    offset 0
)

select
    *,
    case
        when cf_pct_rounded > 5 then 'Over'
        when cf_pct_rounded < -5 then 'Under'
        when cf_pct_rounded is not null then 'Expected'
    end as performance,
    coalesce(situation = 'Full Strength', false) as is_ev,
    coalesce(situation = 'Power Play', false) as is_pp,
    coalesce(situation = 'Shorthanded', false) as is_pk,
    coalesce(situation in ('Empty Net', 'Opponent Empty Net', 'Both Nets Empty'), false) as is_en,
    coalesce(competition_tier_id = 'TI01', false) as is_elite,
    coalesce(competition_tier_id = 'TI02', false) as is_good,
    coalesce(competition_tier_id = 'TI03', false) as is_average,
    coalesce(competition_tier_id = 'TI04', false) as is_weak,
    game_state = 'leading' as is_leading,
    game_state = 'trailing' as is_trailing,
    game_state = 'tied' as is_tied
from valued
order by side_no
