-- base_event_code: what type, detail and detail_2 of an event say by themselves, without
-- the events around it: codes, dimension ids, flags, outcomes (warehouse page 11, 1 and 3; for
-- success, where a detail tells it, page 10, 3.4).
-- typed: the words typed for the three.
-- grain: one row per combination of words typed
-- by: game
-- analyze: yes
with
combinations as (
    select
        type_typed,
        detail_typed,
        detail_2_typed,
        word.code as event_type,
        detail.code as event_detail,
        detail_2.code as event_detail_2
    from base_typed
    left join base_code as word on word.dimension = 'event_type' and word.typed = type_typed
    left join base_code as detail
        on detail.dimension = 'event_detail' and detail.typed = detail_typed
    left join base_code as detail_2
        on detail_2.dimension = 'event_detail_2' and detail_2.typed = detail_2_typed
),

judged as (
    select
        row_number() over (order by type_typed, detail_typed, detail_2_typed)::integer as code_no,
        array[type_typed, detail_typed, detail_2_typed] as typed,
        event_type,
        event_detail,
        event_detail_2,
        case
            when event_detail in (
                'Pass_Completed', 'Shot_OnNetSaved', 'Shot_Goal', 'Goal_Scored',
                'Turnover_Takeaway'
            ) then 's'
            when event_detail in (
                'Pass_Missed', 'Pass_Deflected', 'Pass_Intercepted', 'Shot_Blocked',
                'Shot_BlockedSameTeam', 'Shot_Missed', 'Shot_HitPost', 'Shot_Deflected',
                'Turnover_Giveaway', 'Zone_Entry_Failed', 'Zone_Exit_Failed',
                'Zone_Keepin_Failed'
            ) then 'u'
        end as success,
        coalesce(event_type in (
            'GameStart', 'GameEnd', 'Intermission', 'Timeout', 'Clockstop', 'DeadIce'
        ), false) as is_dead,
        coalesce(event_type in (
            'Faceoff', 'Possession', 'Pass', 'Shot', 'Goal', 'Zone_Entry_Exit', 'Turnover',
            'PenaltyShot_Shootout'
        ), false) as is_puck,
        coalesce(event_type in ('Intermission', 'Timeout', 'Clockstop'), false) as is_break,
        coalesce(
            event_type in ('GameStart', 'GameEnd', 'Intermission', 'Timeout', 'Clockstop'), false
        ) as is_frame,
        coalesce(event_type in ('GameStart', 'Intermission'), false) as is_clockless,
        coalesce(event_type = 'Stoppage', false) as is_stoppage,
        coalesce(event_type = 'Faceoff', false) as is_faceoff,
        coalesce(event_type = 'Pass', false) as is_pass,
        coalesce(event_type = 'Shot', false) as is_shot,
        coalesce(event_type = 'Rebound', false) as is_rebound,
        coalesce(event_type = 'Save', false) as is_save,
        coalesce(event_type = 'Penalty', false) as is_penalty,
        coalesce(event_type = 'Turnover', false) as is_turnover,
        coalesce(event_type = 'Turnover' and event_detail = 'Turnover_Giveaway', false)
            as is_giveaway,
        coalesce(event_type = 'Turnover' and event_detail = 'Turnover_Takeaway', false)
            as is_takeaway,
        coalesce(event_type = 'Goal' and event_detail = 'Goal_Scored', false) as is_goal,
        coalesce(event_type = 'Pass' and event_detail = 'Pass_Completed', false)
            as is_pass_completed,
        coalesce(event_type = 'Shot' and event_detail = 'Shot_Goal', false) as is_shot_goal,
        coalesce(event_type = 'Shot' and event_detail in ('Shot_OnNetSaved', 'Shot_Goal'), false)
            as is_sog,
        coalesce(
            event_type = 'Shot' and event_detail in ('Shot_Blocked', 'Shot_BlockedSameTeam'), false
        ) as is_blocked_shot,
        coalesce(event_type = 'Shot' and event_detail in ('Shot_Missed', 'Shot_HitPost'), false)
            as is_missed_shot,
        coalesce(event_type = 'Shot' and event_detail = 'Shot_Deflected', false) as is_deflected,
        coalesce(
            event_type in ('Shot', 'Goal')
                and (event_detail_2 in ('Shot_Tip', 'Goal_Tip') or detail_typed like '%Tipped%'),
            false
        ) as is_tipped,
        coalesce(event_detail_2 like '%OneTime%' or event_detail_2 like '%Deflect%', false)
            as is_quick_shot,
        coalesce(event_type = 'Zone_Entry_Exit' and event_detail = 'Zone_Entry', false)
            as is_zone_entry,
        coalesce(event_type = 'Zone_Entry_Exit' and event_detail = 'Zone_Exit', false)
            as is_zone_exit,
        coalesce(event_detail_2 in (
            'ZoneEntry_Carried', 'ZoneEntry_CarriedBreakaway', 'ZoneEntry_Pass',
            'ZoneExit_Carried', 'ZoneExit_CarriedBreakaway', 'ZoneExit_Pass'
        ), false) as is_controlled,
        coalesce(event_detail_2 in ('ZoneEntry_Carried', 'ZoneEntry_CarriedBreakaway'), false)
            as is_carried_in,
        coalesce(event_detail_2 = 'ZoneExit_Carried', false) as is_carried_out,
        case when event_type in ('Shot', 'Goal') then
            case regexp_replace(event_detail_2, '^(Shot|Goal)_', '')
                when 'WrapAround' then 'Wrap'
                when 'Deflection' then 'Tip'
                else regexp_replace(event_detail_2, '^(Shot|Goal)_', '')
            end
        end as shot_type,
        case when event_type = 'Pass' then regexp_replace(event_detail_2, '^Pass_', '') end
            as pass_type,
        case when event_type = 'Zone_Entry_Exit' and event_detail like 'Zone\_Entry%'
            then event_detail_2 end as entry_type,
        case when event_type = 'Zone_Entry_Exit' and event_detail like 'Zone\_Exit%'
            then event_detail_2 end as exit_type,
        case when event_type = 'Stoppage' then event_detail end as stoppage_type,
        case when event_detail = 'Turnover_Giveaway' then event_detail_2 end as giveaway_type,
        case when event_detail = 'Turnover_Takeaway' then event_detail_2 end as takeaway_type,
        case when event_type = 'Turnover' then event_detail_2 end as turnover_type
    from combinations
),

turnover_types as (
    select
        unnest(string_to_array(old_equiv, ',')) as event_detail_2,
        turnover_type_id,
        weight,
        zone_danger_multiplier,
        category
    from dim_turnover_type
)

select
    j.*,
    j.is_sog or j.is_blocked_shot or j.is_missed_shot or j.is_deflected as is_corsi,
    j.is_sog or j.is_missed_shot as is_fenwick,
    dt.event_type_id,
    dd.event_detail_id,
    d2.event_detail_2_id,
    st.shot_type_id,
    pt.pass_type_id,
    en.zone_entry_type_id,
    ex.zone_exit_type_id,
    sp.stoppage_type_id,
    ga.giveaway_type_id,
    ta.takeaway_type_id,
    tt.turnover_type_id,
    tt.weight as turnover_weight,
    tt.zone_danger_multiplier as turnover_zone_multiplier,
    tt.category as turnover_category,
    j.is_giveaway and coalesce(ga.is_bad, false) as is_bad_giveaway,
    case
        when j.is_takeaway then 'TQ01'
        when j.is_giveaway and ga.is_bad then 'TQ03'
        when j.is_giveaway then 'TQ02'
    end as turnover_quality_id,
    case when j.event_type in ('Shot', 'Goal') then
        case j.event_detail
            when 'Shot_Goal' then 'SH01'
            when 'Goal_Scored' then 'SH01'
            when 'Shot_OnNetSaved' then 'SH02'
            when 'Shot_Blocked' then 'SH03'
            when 'Shot_BlockedSameTeam' then 'SH03'
            when 'Shot_Missed' then 'SH04'
            when 'Shot_HitPost' then 'SH05'
            when 'Shot_Deflected' then 'SH06'
        end
    end as shot_outcome_id,
    case when j.event_type = 'Pass' then
        case j.event_detail
            when 'Pass_Completed' then 'PO01'
            when 'Pass_Missed' then 'PO02'
            when 'Pass_Intercepted' then 'PO03'
            when 'Pass_Deflected' then 'PO04'
        end
    end as pass_outcome_id,
    case when j.event_type = 'Save' then
        case j.event_detail
            when 'Save_Rebound' then 'SO01'
            when 'Save_Freeze' then 'SO02'
            when 'Save_Played' then 'SO03'
        end
    end as save_outcome_id,
    case when j.event_type = 'Zone_Entry_Exit' then
        case j.event_detail
            when 'Zone_Entry' then case when j.is_controlled then 'ZO01' else 'ZO02' end
            when 'Zone_Entry_Failed' then 'ZO03'
            when 'Zone_Exit' then case when j.is_controlled then 'ZO04' else 'ZO05' end
            when 'Zone_Exit_Failed' then 'ZO06'
            when 'Zone_Keepin' then 'ZO07'
            when 'Zone_Keepin_Failed' then 'ZO08'
        end
    end as zone_outcome_id
from judged as j
left join dim_event_type as dt on dt.event_type_code = j.event_type
left join dim_event_detail as dd on dd.event_detail_code = j.event_detail
left join dim_event_detail_2 as d2 on d2.event_detail_2_code = j.event_detail_2
left join dim_shot_type as st on st.shot_type_code = j.shot_type
left join dim_pass_type as pt on pt.pass_type_code = j.pass_type
left join dim_zone_entry_type as en on en.zone_entry_type_code = j.entry_type
left join dim_zone_exit_type as ex on ex.zone_exit_type_code = j.exit_type
left join dim_stoppage_type as sp on sp.stoppage_type_code = j.stoppage_type
left join dim_giveaway_type as ga on ga.giveaway_type_code = j.giveaway_type
left join dim_takeaway_type as ta on ta.takeaway_type_code = j.takeaway_type
left join turnover_types as tt on tt.event_detail_2 = j.turnover_type
