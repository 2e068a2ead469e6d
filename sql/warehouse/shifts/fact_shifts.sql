-- fact_shifts: the line-up intervals of a game, with who was on the ice, how strong, how good, and
-- what happened. For is home's, against is away's. A mark is the order of an event times four and
-- what it brings along: a side (1 home, 2 away), a zone (place in odn), a face-off (1 any, 2 after
-- a penalty, 3 after a goal). So the first or the last event of a kind is found in one pass.
-- doc: warehouse page 20, 2
-- grain: one row per line-up, by period, clock downwards, shift_index
-- key: shift_id
-- index: game_id, shift_index
-- analyze: shift_id, game_id, shift_index, period
-- by: game
with
lineups as (
    select
        l.*,
        p.length as period_length,
        l.home_skaters::text || 'v' || l.away_skaters::text as strength,
        situation_name(
            l.home_skaters, l.away_skaters, l.home_goalie is null, l.away_goalie is null
        ) as situation,
        l.shift_no in (
            select min(shift_no)
            from base_lineup
            where shift_id is not null
            group by game_id, period
        ) as is_first_of_period,
        l.shift_no in (
            select max(shift_no)
            from base_lineup
            where shift_id is not null
            group by game_id
        ) as is_last_of_game,
        l.home_rating_sum::double precision / nullif(l.home_rating_count, 0) as home_avg_rating,
        l.away_rating_sum::double precision / nullif(l.away_rating_count, 0) as away_avg_rating
    from base_lineup as l
    inner join base_period as p on p.game_id = l.game_id and p.period = l.period
    where l.shift_id is not null
    -- these are computed once
    offset 0
),

happened as (
    select
        shift_id,
        count(*)::integer as event_count,
        min(zone_mark) as first_zone,
        max(zone_mark) as last_zone,
        min(event_no * 4 + case
            when not is_faceoff then 0
            when event_detail = 'Faceoff_AfterGoal' then 3
            when event_detail = 'Faceoff_AfterPenalty' then 2
            else 1
        end) filter (where not is_pause) as first_play,
        max(side_mark) filter (where not is_pause and event_type is distinct from 'Goal')
            as last_play,
        max(side_mark) filter (where is_goal) as last_goal,
        max(side_mark) filter (where event_type = 'Penalty') as last_penalty,
        max(side_mark) filter (where event_type = 'Stoppage') as last_stoppage,
        (count(*) filter (where is_goal and side = 'home'))::integer as home_goals,
        (count(*) filter (where is_goal and side = 'away'))::integer as away_goals,
        (count(*) filter (where is_sog and side = 'home'))::integer as home_sog,
        (count(*) filter (where is_sog and side = 'away'))::integer as away_sog,
        (count(*) filter (where is_corsi and side = 'home'))::integer as home_corsi,
        (count(*) filter (where is_corsi and side = 'away'))::integer as away_corsi,
        (count(*) filter (where is_fenwick and side = 'home'))::integer as home_fenwick,
        (count(*) filter (where is_fenwick and side = 'away'))::integer as away_fenwick,
        (count(*) filter (where is_high_danger and side = 'home'))::integer as home_high_danger,
        (count(*) filter (where is_high_danger and side = 'away'))::integer as away_high_danger,
        (count(*) filter (where is_zone_entry and side = 'home'))::integer as home_zone_entries,
        (count(*) filter (where is_zone_entry and side = 'away'))::integer as away_zone_entries,
        (count(*) filter (where is_zone_exit and side = 'home'))::integer as home_zone_exits,
        (count(*) filter (where is_zone_exit and side = 'away'))::integer as away_zone_exits,
        (count(*) filter (where is_giveaway and side = 'home'))::integer as home_giveaways,
        (count(*) filter (where is_giveaway and side = 'away'))::integer as away_giveaways,
        (count(*) filter (where is_bad_giveaway and side = 'home'))::integer as home_bad_giveaways,
        (count(*) filter (where is_bad_giveaway and side = 'away'))::integer as away_bad_giveaways,
        (count(*) filter (where is_takeaway and side = 'home'))::integer as home_takeaways,
        (count(*) filter (where is_takeaway and side = 'away'))::integer as away_takeaways,
        (count(*) filter (where is_faceoff and side = 'home'))::integer as home_faceoffs,
        (count(*) filter (where is_faceoff and side = 'away'))::integer as away_faceoffs
    from (
        select
            *,
            event_no * 4 + case side when 'home' then 1 when 'away' then 2 else 0 end as side_mark,
            event_no * 4 + strpos(
                'odn', case side when 'home' then zone when 'away' then mirrored_zone(zone) end
            ) as zone_mark,
            is_dead_type(event_type)
                or coalesce(event_type in ('Stoppage', 'Penalty', 'Penalty_Delayed'), false)
                as is_pause,
            danger_level = 'high' as is_high_danger
        from base_stat_event
    ) as event
    where shift_id is not null
    group by shift_id
),

scores as (
    select
        l.shift_id,
        (count(*) filter (where g.side = 'home'))::integer as home_goals,
        (count(*) filter (where g.side = 'away'))::integer as away_goals
    from base_stat_event as g
    inner join base_lineup as l
        on l.game_id = g.game_id
        and (g.period < l.period or g.period = l.period and g.clock >= l.start_clock)
        and l.shift_id is distinct from g.shift_id
    where g.is_goal
    group by l.shift_id
)

select
    -- identity and clock
    l.shift_id,
    l.game_id,
    l.shift_index,
    l.period,
    l.shift_start_type,
    l.shift_stop_type,
    floor(l.start_clock / 60)::integer as shift_start_min,
    l.start_clock - 60 * floor(l.start_clock / 60) as shift_start_sec,
    floor(l.end_clock / 60)::integer as shift_end_min,
    l.end_clock - 60 * floor(l.end_clock / 60) as shift_end_sec,
    g.home_team,
    g.away_team,

    -- numbers in the slots
    text_integer(l.home_forward_1) as home_forward_1,
    text_integer(l.home_forward_2) as home_forward_2,
    text_integer(l.home_forward_3) as home_forward_3,
    text_integer(l.home_defense_1) as home_defense_1,
    text_integer(l.home_defense_2) as home_defense_2,
    text_integer(l.home_xtra) as home_xtra,
    text_integer(l.home_goalie) as home_goalie,
    text_integer(l.away_forward_1) as away_forward_1,
    text_integer(l.away_forward_2) as away_forward_2,
    text_integer(l.away_forward_3) as away_forward_3,
    text_integer(l.away_defense_1) as away_defense_1,
    text_integer(l.away_defense_2) as away_defense_2,
    text_integer(l.away_xtra) as away_xtra,
    text_integer(l.away_goalie) as away_goalie,

    -- time
    l.start_clock as shift_start_total_seconds,
    l.end_clock as shift_end_total_seconds,
    l.start_clock - l.end_clock as shift_duration,

    -- strength, score, the tracker's marks
    l.home_skaters as home_team_strength,
    l.away_skaters as away_team_strength,
    (l.home_goalie is null)::integer as home_team_en,
    (l.away_goalie is null)::integer as away_team_en,
    (l.situation = 'Shorthanded')::integer as home_team_pk,
    (l.situation = 'Power Play')::integer as home_team_pp,
    (l.situation = 'Shorthanded')::integer as away_team_pp,
    (l.situation = 'Power Play')::integer as away_team_pk,
    l.situation,
    l.strength,
    x.home_score as home_goals,
    x.away_score as away_goals,
    l.stoppage_time,
    l.home_ozone_start,
    l.home_ozone_end,
    l.home_dzone_start,
    l.home_dzone_end,
    l.home_nzone_start,
    l.home_nzone_end,

    -- keys and derived words
    'P0' || l.period::text as period_id,
    g.home_team_id,
    g.away_team_id,
    g.season_id,
    time_bucket_id(l.period, l.start_clock, l.period_length) as time_bucket_id,
    st.strength_id,
    x.start_word as shift_start_type_derived,
    x.stop_word as shift_stop_type_derived,
    x.start_zone,
    x.end_zone,
    zone_id(x.start_zone) as start_zone_id,
    zone_id(x.end_zone) as end_zone_id,

    -- players in the slots
    l.home_forward_1_id,
    l.home_forward_2_id,
    l.home_forward_3_id,
    l.home_defense_1_id,
    l.home_defense_2_id,
    l.home_xtra_id,
    l.home_goalie_id,
    l.away_forward_1_id,
    l.away_forward_2_id,
    l.away_forward_3_id,
    l.away_defense_1_id,
    l.away_defense_2_id,
    l.away_xtra_id,
    l.away_goalie_id,

    -- ratings of the skaters
    l.home_avg_rating,
    l.home_rating_min as home_min_rating,
    l.home_rating_max as home_max_rating,
    l.away_avg_rating,
    l.away_rating_min as away_min_rating,
    l.away_rating_max as away_max_rating,
    l.home_avg_rating - l.away_avg_rating as rating_differential,
    l.home_avg_rating - l.away_avg_rating > 0 as home_rating_advantage,

    -- goals, by the strength of the side
    x.home_all as home_gf_all,
    x.away_all as home_ga_all,
    x.away_all as away_gf_all,
    x.home_all as away_ga_all,
    x.home_ev as home_gf_ev,
    x.away_ev as home_ga_ev,
    x.away_ev as away_gf_ev,
    x.home_ev as away_ga_ev,
    x.home_nen as home_gf_nen,
    x.away_nen as home_ga_nen,
    x.away_nen as away_gf_nen,
    x.home_nen as away_ga_nen,
    x.home_pp as home_gf_pp,
    x.away_pk as home_ga_pp,
    x.away_pp as away_gf_pp,
    x.home_pk as away_ga_pp,
    x.home_pk as home_gf_pk,
    x.away_pp as home_ga_pk,
    x.away_pk as away_gf_pk,
    x.home_pp as away_ga_pk,
    x.home_all - x.away_all as home_pm_all,
    x.away_all - x.home_all as away_pm_all,
    x.home_ev - x.away_ev as home_pm_ev,
    x.away_ev - x.home_ev as away_pm_ev,
    x.home_nen - x.away_nen as home_pm_nen,
    x.away_nen - x.home_nen as away_pm_nen,
    x.home_pp - x.away_pk as home_pm_pp,
    x.away_pp - x.home_pk as away_pm_pp,
    x.home_pk - x.away_pp as home_pm_pk,
    x.away_pk - x.home_pp as away_pm_pk,

    -- state of the score
    case sign(x.home_score - x.away_score)
        when 1 then 'home_leading'
        when -1 then 'home_trailing'
        else 'tied'
    end as game_state,
    x.home_score - x.away_score as score_differential,
    abs(x.home_score - x.away_score) <= 1 as is_close_game,

    -- what happened
    coalesce(h.home_sog, 0) as sf,
    coalesce(h.away_sog, 0) as sa,
    coalesce(h.home_sog, 0) - coalesce(h.away_sog, 0) as shot_diff,
    coalesce(h.home_corsi, 0) as cf,
    coalesce(h.away_corsi, 0) as ca,
    100 * h.home_corsi::double precision / nullif(h.home_corsi + h.away_corsi, 0)
        as cf_pct,
    coalesce(h.home_fenwick, 0) as ff,
    coalesce(h.away_fenwick, 0) as fa,
    100 * h.home_fenwick::double precision / nullif(h.home_fenwick + h.away_fenwick, 0)
        as ff_pct,
    coalesce(h.home_sog, 0) as scf,
    coalesce(h.away_sog, 0) as sca,
    coalesce(h.home_high_danger, 0) as hdf,
    coalesce(h.away_high_danger, 0) as hda,
    coalesce(h.home_zone_entries, 0) as home_zone_entries,
    coalesce(h.away_zone_entries, 0) as away_zone_entries,
    coalesce(h.home_zone_exits, 0) as home_zone_exits,
    coalesce(h.away_zone_exits, 0) as away_zone_exits,
    coalesce(h.home_giveaways, 0) as home_giveaways,
    coalesce(h.away_giveaways, 0) as away_giveaways,
    coalesce(h.home_bad_giveaways, 0) as home_bad_giveaways,
    coalesce(h.away_bad_giveaways, 0) as away_bad_giveaways,
    coalesce(h.home_takeaways, 0) as home_takeaways,
    coalesce(h.away_takeaways, 0) as away_takeaways,
    coalesce(h.home_faceoffs, 0) as fo_won,
    coalesce(h.away_faceoffs, 0) as fo_lost,
    100 * h.home_faceoffs::double precision / nullif(h.home_faceoffs + h.away_faceoffs, 0)
        as fo_pct,
    coalesce(h.event_count, 0) as event_count,

    -- ids
    start_derived.shift_start_type_id,
    stop_derived.shift_stop_type_id,
    si.situation_id,
    l.shift_id as shift_key,
    shift_duration_id(l.start_clock - l.end_clock) as shift_duration_id
from lineups as l
inner join base_game as g on g.game_id = l.game_id
left join happened as h on h.shift_id = l.shift_id
left join scores as s on s.shift_id = l.shift_id
left join base_strength as st on st.strength_code = l.strength
left join dim_situation as si on si.situation_name = l.situation
cross join lateral (
    select
        coalesce(s.home_goals, 0) as home_score,
        coalesce(s.away_goals, 0) as away_score,
        case
            when l.shift_start_type in (select shift_start_type_name from dim_shift_start_type)
                then l.shift_start_type
            when l.is_first_of_period and l.period = 1 then 'GameStart'
            when l.is_first_of_period then 'PeriodStart'
            when h.first_play % 4 = 3 then 'FaceoffAfterGoal'
            when h.first_play % 4 = 2 then 'FaceoffAfterPenalty'
            when h.first_play % 4 = 1 then 'OtherFaceoff'
            else 'OnTheFly'
        end as start_word,
        case
            when l.shift_stop_type in (select shift_stop_type_name from dim_shift_stop_type)
                then l.shift_stop_type
            when l.end_clock = 0 and l.is_last_of_game then 'GameEnd'
            when l.end_clock = 0 then 'Period End'
            when h.last_goal > coalesce(h.last_play, 0)
                then (array['Goal', 'Home Goal', 'Away Goal'])[(h.last_goal % 4)::integer + 1]
            when h.last_penalty > coalesce(h.last_play, 0)
                then (array['Penalty', 'Home Penalty', 'Away Penalty'])
                    [(h.last_penalty % 4)::integer + 1]
            when h.last_stoppage > coalesce(h.last_play, 0) then 'Stoppage'
            else 'OnTheFly'
        end as stop_word,
        coalesce(
            marked_zone(l.home_ozone_start, l.home_dzone_start, l.home_nzone_start),
            substr('odn', (h.first_zone % 4)::integer, 1)
        ) as start_zone,
        coalesce(
            marked_zone(l.home_ozone_end, l.home_dzone_end, l.home_nzone_end),
            substr('odn', (h.last_zone % 4)::integer, 1)
        ) as end_zone,
        coalesce(h.home_goals, 0) as home_all,
        coalesce(h.away_goals, 0) as away_all,
        case when l.situation = 'Full Strength' then coalesce(h.home_goals, 0) else 0 end
            as home_ev,
        case when l.situation = 'Full Strength' then coalesce(h.away_goals, 0) else 0 end
            as away_ev,
        case when l.situation in ('Full Strength', 'Power Play', 'Shorthanded')
            then coalesce(h.home_goals, 0) else 0 end as home_nen,
        case when l.situation in ('Full Strength', 'Power Play', 'Shorthanded')
            then coalesce(h.away_goals, 0) else 0 end as away_nen,
        case when l.situation = 'Power Play' then coalesce(h.home_goals, 0) else 0 end as home_pp,
        case when l.situation = 'Shorthanded' then coalesce(h.away_goals, 0) else 0 end as away_pp,
        case when l.situation = 'Shorthanded' then coalesce(h.home_goals, 0) else 0 end as home_pk,
        case when l.situation = 'Power Play' then coalesce(h.away_goals, 0) else 0 end as away_pk
) as x
left join dim_shift_start_type as start_derived
    on start_derived.shift_start_type_name = x.start_word
left join dim_shift_stop_type as stop_derived
    on stop_derived.shift_stop_type_name = x.stop_word
order by l.shift_no
