-- fact_shift_players: a shift seen from everybody on the ice. For and against, strength, score and
-- zones are those of the row's side. A number that is not on the roster is the number of its side
-- and has no player_id. A logical shift of a player is what he plays without a break: it goes on as
-- long as one shift ends where the next one starts in the same period.
-- doc: warehouse page 20, 3
-- grain: one row per shift and filled slot; home before away, slots F1 F2 F3 D1 D2 X G
-- key: shift_player_id
-- analyze: shift_id, game_id, shift_index, player_id, position
-- by: game
with
-- The last event of the period with a clock at or above the start of the shift.
moment as (
    select game_id, period, clock, event_no, null::integer as shift_index
    from base_event_flag
    union all
    select game_id, period, shift_start_total_seconds, null, shift_index
    from fact_shifts
),
before as (
    select
        game_id,
        shift_index,
        coalesce(
            max(event_no) over (partition by game_id, period order by clock desc),
            min(event_no) over (partition by game_id, period)
        ) as event_no
    from moment
),
video as (
    select before.game_id, shift_index, running_intermission_duration
    from before
    join base_event_flag using (event_no)
    where shift_index is not null
),

known as (
    select
        game_id,
        shift_index,
        sum(rating::double precision) filter (where side = 'home') as home_rating_sum,
        count(rating) filter (where side = 'home') as home_rating_count,
        sum(rating::double precision) filter (where side = 'away') as away_rating_sum,
        count(rating) filter (where side = 'away') as away_rating_count
    from base_lineup_player
    where position <> 'G'
    group by game_id, shift_index
),

-- Men: skaters less one who replaces the goalie. A goal with more men counts for nobody's
-- plus-minus.
ice as materialized (
    select
        game_id,
        shift_index,
        row_number() over (order by game_id, period, start_clock desc, shift_index) as shift_no,
        home_skaters - (home_goalie is null and home_xtra is not null)::integer as home_men,
        away_skaters - (away_goalie is null and away_xtra is not null)::integer as away_men,
        home_rating_sum,
        home_rating_count,
        away_rating_sum,
        away_rating_count,
        running_intermission_duration
    from base_lineup
    left join known using (game_id, shift_index)
    left join video using (game_id, shift_index)
    where shift_id is not null
),

-- The shift from both sides.
side as (
    select
        game_id,
        shift_index,
        'home' as side,
        shift_no,
        running_intermission_duration,
        home_team_id as team_id,
        away_team_id as opp_team_id,
        home_team_strength as skaters,
        away_team_strength as opp_skaters,
        home_team_en = 1 as net_empty,
        away_team_en = 1 as opp_net_empty,
        home_men as men,
        away_men as opp_men,
        home_rating_sum as rating_sum,
        home_rating_count as rating_count,
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
        score_differential
    from fact_shifts
    join ice using (game_id, shift_index)
    union all
    select
        game_id,
        shift_index,
        'away',
        shift_no,
        running_intermission_duration,
        away_team_id,
        home_team_id,
        away_team_strength,
        home_team_strength,
        away_team_en = 1,
        home_team_en = 1,
        away_men,
        home_men,
        away_rating_sum,
        away_rating_count,
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
        - score_differential
    from fact_shifts
    join ice using (game_id, shift_index)
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
shift as materialized (
    select
        *,
        cf_pct - expected_cf_pct as cf_pct_vs_expected,
        case
            when round((cf_pct - expected_cf_pct)::numeric, 9) > 5 then 'Over'
            when round((cf_pct - expected_cf_pct)::numeric, 9) < -5 then 'Under'
            when cf_pct - expected_cf_pct is not null then 'Expected'
        end as performance,
        100 * cf_adj / nullif(cf_adj + ca_adj, 0) as cf_pct_adj,
        100 * fo_won::double precision / nullif(fo_won + fo_lost, 0) as fo_pct,
        case
            when score_differential > 0 then 'leading'
            when score_differential < 0 then 'trailing'
            else 'tied'
        end as game_state,
        competition_tier_id(opp_avg_rating) as competition_tier_id
    from expected
),

placed as (
    select
        player.*,
        coalesce(player_id, side || ' ' || jersey) as who
    from base_lineup_player as player
),
continued as (
    select
        *,
        sum(shift_duration) over (
            so_far rows between unbounded preceding and current row
        ) as running_toi,
        coalesce(
            lag(period) over so_far = period and lag(end_clock) over so_far = start_clock, false
        ) as goes_on
    from placed
    window so_far as (
        partition by game_id, who order by period, start_clock desc, shift_index
    )
),
numbered as (
    select
        *,
        (count(*) filter (where not goes_on) over (
            partition by game_id, who order by period, start_clock desc, shift_index
            rows between unbounded preceding and current row
        ))::integer as logical_shift
    from continued
),
segmented as (
    select
        *,
        row_number() over so_far as segment,
        count(*) over whole as segments,
        sum(shift_duration) over whole as logical_duration
    from numbered
    window
        whole as (partition by game_id, who, logical_shift),
        so_far as (
            partition by game_id, who, logical_shift
            order by period, start_clock desc, shift_index
        )
)

select
    -- whose shift
    'SP' || substr(p.shift_id, 3) || upper(left(p.side, 1)) || p.position as shift_player_id,
    p.shift_id,
    p.game_id,
    p.shift_index,
    text_integer(p.jersey) as player_game_number,
    p.player_id,
    p.side as venue,
    p.position,

    -- time
    p.period,
    p.shift_duration,
    p.start_clock as shift_start_total_seconds,
    p.end_clock as shift_end_total_seconds,
    f.stoppage_time,
    p.shift_duration - f.stoppage_time as playing_time,
    p.running_toi as running_toi_game,

    -- the logical shift
    p.logical_shift as logical_shift_number,
    p.segment::integer as shift_segment,
    p.segment = 1 as is_first_segment,
    p.segment = p.segments as is_last_segment,
    p.logical_duration as logical_shift_duration,

    -- goals
    s.gf,
    s.ga,
    s.pm,
    s.gf_ev,
    s.ga_ev,
    s.gf_pp,
    s.ga_pp,
    s.gf_pk,
    s.ga_pk,
    s.gf_ev - s.ga_ev as pm_ev,

    -- attempts
    s.cf,
    s.ca,
    s.cf_pct,
    s.ff,
    s.fa,
    s.ff_pct,
    s.sf,
    s.sa,
    s.sf - s.sa as shot_diff,

    -- of the team
    s.zone_entries,
    s.zone_exits,
    s.giveaways,
    s.takeaways,
    s.fo_won,
    s.fo_lost,

    -- strength and zones
    s.situation,
    s.situation_id,
    s.strength,
    s.strength_id,
    s.start_zone,
    s.end_zone,

    -- ratings
    p.rating as player_rating,
    s.team_avg_rating,
    s.opp_avg_rating,
    s.rating_differential,
    s.opp_avg_rating as qoc_rating,
    case
        when p.position = 'G' or p.rating is null then s.team_avg_rating
        else (s.rating_sum - p.rating) / nullif(s.rating_count - 1, 0)
    end as qot_rating,
    s.competition_tier_id,
    s.opp_multiplier,
    p.rating - s.opp_avg_rating as player_rating_diff,

    -- attempts against what the ratings let one expect
    s.expected_cf_pct,
    s.cf_pct_vs_expected,
    s.performance,
    s.cf_adj,
    s.ca_adj,
    s.cf_pct_adj,

    -- keys
    s.team_id,
    s.opp_team_id,
    f.season_id,
    f.period_id,

    -- chances
    s.scf,
    s.sca,
    s.hdf,
    s.hda,
    f.event_count,

    -- the shift as it is
    f.home_avg_rating,
    f.away_avg_rating,
    f.home_min_rating,
    f.away_min_rating,
    f.home_max_rating,
    f.away_max_rating,
    f.home_rating_advantage,
    f.home_team_id,
    f.away_team_id,

    -- score state
    s.game_state,
    s.score_differential,
    f.is_close_game,

    -- the rest
    s.bad_giveaways,
    s.fo_pct,
    case p.side when 'home' then 'VN01' else 'VN02' end as venue_id,
    p.start_elapsed + s.running_intermission_duration as running_video_time,
    p.start_elapsed as shift_start_running_time,
    p.end_elapsed as shift_end_running_time,
    f.shift_duration_id
from segmented as p
join fact_shifts as f on f.game_id = p.game_id and f.shift_index = p.shift_index
join shift as s
    on s.game_id = p.game_id and s.shift_index = p.shift_index and s.side = p.side
order by s.shift_no, p.side desc, p.place
