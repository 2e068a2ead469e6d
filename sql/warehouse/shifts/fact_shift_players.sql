-- fact_shift_players: a shift seen from everybody on the ice. For and against, strength, score and
-- zones are those of the row's side. A number that is not on the roster is the number of its side
-- and has no player_id. A logical shift of a player is what he plays without a break: it goes on as
-- long as one shift ends where the next one starts in the same period.
-- doc: warehouse page 20, 3
-- grain: one row per shift and filled slot; home before away, slots F1 F2 F3 D1 D2 X G
-- key: shift_player_id
-- by: game
with
-- In the order of the rows, so that they are sorted while they are narrow.
player as (
    select * from base_lineup_player order by side_no, slot_no
)

select
    -- whose shift
    s.slot_prefix || p.position as shift_player_id,
    s.shift_id,
    s.game_id,
    s.shift_index,
    text_integer(p.jersey) as player_game_number,
    p.player_id,
    s.side as venue,
    p.position,

    -- time
    s.period,
    p.shift_duration,
    s.shift_start_total_seconds,
    s.shift_end_total_seconds,
    s.stoppage_time,
    p.shift_duration - s.stoppage_time as playing_time,
    p.running_toi as running_toi_game,

    -- the logical shift
    p.logical_shift as logical_shift_number,
    p.segment as shift_segment,
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
    p.qot_rating,
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
    s.season_id,
    s.period_id,

    -- chances
    s.scf,
    s.sca,
    s.hdf,
    s.hda,
    s.event_count,

    -- the shift as it is
    s.home_avg_rating,
    s.away_avg_rating,
    s.home_min_rating,
    s.away_min_rating,
    s.home_max_rating,
    s.away_max_rating,
    s.home_rating_advantage,
    s.home_team_id,
    s.away_team_id,

    -- score state
    s.game_state,
    s.score_differential,
    s.is_close_game,

    -- the rest
    s.bad_giveaways,
    s.fo_pct,
    case s.side when 'home' then 'VN01' else 'VN02' end as venue_id,
    p.start_elapsed + s.running_intermission_duration as running_video_time,
    p.start_elapsed as shift_start_running_time,
    p.end_elapsed as shift_end_running_time,
    s.shift_duration_id
from player as p
join base_shift_side as s using (side_no)
order by side_no, slot_no
