-- dim_zone__codes_are_unique: in every dimension each code, or name where there is no code, stands
-- in one row and is filled.
with
codes (table_name, code) as (
    select 'dim_assist_type', assist_type_code from dim_assist_type
    union all
    select 'dim_comparison_type', comparison_type_code from dim_comparison_type
    union all
    select 'dim_competition_tier', tier_name from dim_competition_tier
    union all
    select 'dim_composite_rating', rating_code from dim_composite_rating
    union all
    select 'dim_danger_level', danger_level_code from dim_danger_level
    union all
    select 'dim_danger_zone', danger_zone_code from dim_danger_zone
    union all
    select 'dim_game_state', game_state_code from dim_game_state
    union all
    select 'dim_giveaway_type', giveaway_type_code from dim_giveaway_type
    union all
    select 'dim_micro_stat', stat_code from dim_micro_stat
    union all
    select 'dim_net_location', net_location_code from dim_net_location
    union all
    select 'dim_pass_outcome', pass_outcome_code from dim_pass_outcome
    union all
    select 'dim_pass_type', pass_type_code from dim_pass_type
    union all
    select 'dim_period', period_name from dim_period
    union all
    select 'dim_player_role', role_code from dim_player_role
    union all
    select 'dim_position', position_code from dim_position
    union all
    select 'dim_rating', rating_name from dim_rating
    union all
    select 'dim_rating_matchup', matchup_name from dim_rating_matchup
    union all
    select 'dim_rink_zone', zone_code from dim_rink_zone
    union all
    select 'dim_save_outcome', save_outcome_code from dim_save_outcome
    union all
    select 'dim_shift_duration', duration_bucket from dim_shift_duration
    union all
    select 'dim_shift_quality_tier', tier_code from dim_shift_quality_tier
    union all
    select 'dim_shift_slot', slot_code from dim_shift_slot
    union all
    select 'dim_shift_start_type', shift_start_type_name from dim_shift_start_type
    union all
    select 'dim_shift_stop_type', shift_stop_type_name from dim_shift_stop_type
    union all
    select 'dim_shot_outcome', shot_outcome_code from dim_shot_outcome
    union all
    select 'dim_shot_type', shot_type_code from dim_shot_type
    union all
    select 'dim_situation', situation_name from dim_situation
    union all
    select 'dim_stat', stat_code from dim_stat
    union all
    select 'dim_stat_category', category_code from dim_stat_category
    union all
    select 'dim_stat_type', stat_name from dim_stat_type
    union all
    select 'dim_stoppage_type', stoppage_type_code from dim_stoppage_type
    union all
    select 'dim_strength', strength_code from dim_strength
    union all
    select 'dim_success', success_code from dim_success
    union all
    select 'dim_takeaway_type', takeaway_type_code from dim_takeaway_type
    union all
    select 'dim_time_bucket', time_bucket_code from dim_time_bucket
    union all
    select 'dim_turnover_quality', turnover_quality_code from dim_turnover_quality
    union all
    select 'dim_turnover_type', turnover_type_code from dim_turnover_type
    union all
    select 'dim_venue', venue_code from dim_venue
    union all
    select 'dim_zone', zone_code from dim_zone
    union all
    select 'dim_zone_entry_type', zone_entry_type_code from dim_zone_entry_type
    union all
    select 'dim_zone_exit_type', zone_exit_type_code from dim_zone_exit_type
    union all
    select 'dim_zone_outcome', zone_outcome_code from dim_zone_outcome
)
select table_name, code, count(*) as rows
from codes
group by table_name, code
having count(*) > 1 or code is null
