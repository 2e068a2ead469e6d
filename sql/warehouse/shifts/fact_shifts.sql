-- fact_shifts: who was on the ice between two changes of anybody, and what happened meanwhile
-- (warehouse page 20, 2). For is home, against is away. An event belongs to one shift; what counts
-- as which strength is told by the line-ups, not by the tracker's words.
-- grain: one row per live line-up
-- key: shift_id
-- by: game
with
rating as (
    select
        game_id,
        shift_index,
        (avg(rating) filter (where side = 'home'))::double precision as home_avg_rating,
        (min(rating) filter (where side = 'home')) as home_min_rating,
        (max(rating) filter (where side = 'home')) as home_max_rating,
        (avg(rating) filter (where side = 'away'))::double precision as away_avg_rating,
        (min(rating) filter (where side = 'away')) as away_min_rating,
        (max(rating) filter (where side = 'away')) as away_max_rating
    from base_lineup_player
    where position <> 'G'
    group by game_id, shift_index
),

-- What either side did, one count for each kind of event.
tally as (
    select
        shift_id,
        count(*)::integer as event_count,
        (count(*) filter (where is_goal = 1 and team_venue = 'home'))::integer as home_goal,
        (count(*) filter (where is_goal = 1 and team_venue = 'away'))::integer as away_goal,
        (count(*) filter (where is_sog = 1 and team_venue = 'home'))::integer as home_sog,
        (count(*) filter (where is_sog = 1 and team_venue = 'away'))::integer as away_sog,
        (count(*) filter (where is_corsi = 1 and team_venue = 'home'))::integer as home_corsi,
        (count(*) filter (where is_corsi = 1 and team_venue = 'away'))::integer as away_corsi,
        (count(*) filter (where is_fenwick = 1 and team_venue = 'home'))::integer as home_fenwick,
        (count(*) filter (where is_fenwick = 1 and team_venue = 'away'))::integer as away_fenwick,
        (count(*) filter (where is_scoring_chance = 1 and team_venue = 'home'))::integer
            as home_scoring_chance,
        (count(*) filter (where is_scoring_chance = 1 and team_venue = 'away'))::integer
            as away_scoring_chance,
        (count(*) filter (where is_high_danger = 1 and team_venue = 'home'))::integer
            as home_high_danger,
        (count(*) filter (where is_high_danger = 1 and team_venue = 'away'))::integer
            as away_high_danger,
        (count(*) filter (where is_zone_entry = 1 and team_venue = 'home'))::integer
            as home_zone_entry,
        (count(*) filter (where is_zone_entry = 1 and team_venue = 'away'))::integer
            as away_zone_entry,
        (count(*) filter (where is_zone_exit = 1 and team_venue = 'home'))::integer
            as home_zone_exit,
        (count(*) filter (where is_zone_exit = 1 and team_venue = 'away'))::integer
            as away_zone_exit,
        (count(*) filter (where is_giveaway = 1 and team_venue = 'home'))::integer as home_giveaway,
        (count(*) filter (where is_giveaway = 1 and team_venue = 'away'))::integer as away_giveaway,
        (count(*) filter (where is_bad_giveaway = 1 and team_venue = 'home'))::integer
            as home_bad_giveaway,
        (count(*) filter (where is_bad_giveaway = 1 and team_venue = 'away'))::integer
            as away_bad_giveaway,
        (count(*) filter (where is_takeaway = 1 and team_venue = 'home'))::integer as home_takeaway,
        (count(*) filter (where is_takeaway = 1 and team_venue = 'away'))::integer as away_takeaway,
        (count(*) filter (where is_faceoff = 1 and team_venue = 'home'))::integer as home_faceoff,
        (count(*) filter (where is_faceoff = 1 and team_venue = 'away'))::integer as away_faceoff
    from fact_events
    where shift_id is not null
    group by shift_id
),

goal as (
    select game_id, period, time_start_total_seconds as clock, team_venue as side, shift_id
    from fact_events
    where is_goal = 1
),

score as (
    select
        lineup.shift_id,
        (count(*) filter (where goal.side = 'home'))::integer as home_goals,
        (count(*) filter (where goal.side = 'away'))::integer as away_goals
    from base_lineup as lineup
    join goal
        on goal.game_id = lineup.game_id
        and (
            goal.period < lineup.period
            or goal.period = lineup.period
            and goal.clock >= lineup.start_clock
            and goal.shift_id is distinct from lineup.shift_id
        )
    where lineup.shift_id is not null
    group by lineup.shift_id
),

lineup as (
    select
        *,
        row_number() over (
            partition by game_id, period order by start_clock desc, shift_index
        ) = 1 as is_first_of_period,
        row_number() over (
            partition by game_id order by period desc, start_clock, shift_index desc
        ) = 1 as is_last_of_game,
        strength_class(home_skaters, away_skaters, home_goalie is null, away_goalie is null)
            as home_class,
        strength_class(away_skaters, home_skaters, away_goalie is null, home_goalie is null)
            as away_class,
        situation_name(home_skaters, away_skaters, home_goalie is null, away_goalie is null)
            as situation
    from base_lineup
    where shift_id is not null
),

-- A word that the dimension knows stands; any other one is told by the place of the shift in the
-- game and by its events.
worded as (
    select
        lineup.*,
        coalesce(
            start_type.shift_start_type_name,
            case
                when is_first_of_period and period = 1 then 'GameStart'
                when is_first_of_period then 'PeriodStart'
            end,
            start_word,
            'OnTheFly'
        ) as start_derived,
        coalesce(
            stop_type.shift_stop_type_name,
            case
                when end_clock = 0 and is_last_of_game then 'GameEnd'
                when end_clock = 0 then 'Period End'
            end,
            stop_word,
            'OnTheFly'
        ) as stop_derived,
        case
            when coalesce(home_ozone_start, 0) + coalesce(home_dzone_start, 0)
                + coalesce(home_nzone_start, 0) <> 1 then first_zone
            when home_ozone_start = 1 then 'o'
            when home_dzone_start = 1 then 'd'
            else 'n'
        end as start_zone,
        case
            when coalesce(home_ozone_end, 0) + coalesce(home_dzone_end, 0)
                + coalesce(home_nzone_end, 0) <> 1 then last_zone
            when home_ozone_end = 1 then 'o'
            when home_dzone_end = 1 then 'd'
            else 'n'
        end as end_zone
    from lineup
    left join base_shift_word as word using (shift_id)
    left join dim_shift_start_type as start_type
        on start_type.shift_start_type_name = lineup.shift_start_type
    left join dim_shift_stop_type as stop_type
        on stop_type.shift_stop_type_name = lineup.shift_stop_type
),

counted as (
    select
        shift_id,
        coalesce(score.home_goals, 0) as home_goals,
        coalesce(score.away_goals, 0) as away_goals,
        coalesce(event_count, 0) as event_count,
        coalesce(home_goal, 0) as home_goal,
        coalesce(away_goal, 0) as away_goal,
        coalesce(home_sog, 0) as home_sog,
        coalesce(away_sog, 0) as away_sog,
        coalesce(home_corsi, 0) as home_corsi,
        coalesce(away_corsi, 0) as away_corsi,
        coalesce(home_fenwick, 0) as home_fenwick,
        coalesce(away_fenwick, 0) as away_fenwick,
        coalesce(home_scoring_chance, 0) as home_scoring_chance,
        coalesce(away_scoring_chance, 0) as away_scoring_chance,
        coalesce(home_high_danger, 0) as home_high_danger,
        coalesce(away_high_danger, 0) as away_high_danger,
        coalesce(home_zone_entry, 0) as home_zone_entry,
        coalesce(away_zone_entry, 0) as away_zone_entry,
        coalesce(home_zone_exit, 0) as home_zone_exit,
        coalesce(away_zone_exit, 0) as away_zone_exit,
        coalesce(home_giveaway, 0) as home_giveaway,
        coalesce(away_giveaway, 0) as away_giveaway,
        coalesce(home_bad_giveaway, 0) as home_bad_giveaway,
        coalesce(away_bad_giveaway, 0) as away_bad_giveaway,
        coalesce(home_takeaway, 0) as home_takeaway,
        coalesce(away_takeaway, 0) as away_takeaway,
        coalesce(home_faceoff, 0) as home_faceoff,
        coalesce(away_faceoff, 0) as away_faceoff
    from lineup
    left join tally using (shift_id)
    left join score using (shift_id)
)

select
    -- identity and clock
    s.shift_id,
    s.game_id,
    s.shift_index,
    s.period,
    s.shift_start_type,
    s.shift_stop_type,
    floor(s.start_clock / 60)::integer as shift_start_min,
    s.start_clock - 60 * floor(s.start_clock / 60) as shift_start_sec,
    floor(s.end_clock / 60)::integer as shift_end_min,
    s.end_clock - 60 * floor(s.end_clock / 60) as shift_end_sec,
    g.home_team,
    g.away_team,

    -- numbers in the slots
    text_integer(s.home_forward_1) as home_forward_1,
    text_integer(s.home_forward_2) as home_forward_2,
    text_integer(s.home_forward_3) as home_forward_3,
    text_integer(s.home_defense_1) as home_defense_1,
    text_integer(s.home_defense_2) as home_defense_2,
    text_integer(s.home_xtra) as home_xtra,
    text_integer(s.home_goalie) as home_goalie,
    text_integer(s.away_forward_1) as away_forward_1,
    text_integer(s.away_forward_2) as away_forward_2,
    text_integer(s.away_forward_3) as away_forward_3,
    text_integer(s.away_defense_1) as away_defense_1,
    text_integer(s.away_defense_2) as away_defense_2,
    text_integer(s.away_xtra) as away_xtra,
    text_integer(s.away_goalie) as away_goalie,

    -- time
    s.start_clock as shift_start_total_seconds,
    s.end_clock as shift_end_total_seconds,
    s.start_clock - s.end_clock as shift_duration,

    -- strength, score, marks
    s.home_skaters as home_team_strength,
    s.away_skaters as away_team_strength,
    (s.home_goalie is null)::integer as home_team_en,
    (s.away_goalie is null)::integer as away_team_en,
    (s.home_class = 'pk')::integer as home_team_pk,
    (s.home_class = 'pp')::integer as home_team_pp,
    (s.away_class = 'pp')::integer as away_team_pp,
    (s.away_class = 'pk')::integer as away_team_pk,
    s.situation,
    s.home_skaters || 'v' || s.away_skaters as strength,
    c.home_goals,
    c.away_goals,
    s.stoppage_time,
    s.home_ozone_start,
    s.home_ozone_end,
    s.home_dzone_start,
    s.home_dzone_end,
    s.home_nzone_start,
    s.home_nzone_end,

    -- keys and derived words
    'P0' || s.period as period_id,
    g.home_team_id,
    g.away_team_id,
    g.season_id,
    time_bucket_id(s.period, s.start_clock, p.length) as time_bucket_id,
    st.strength_id,
    s.start_derived as shift_start_type_derived,
    s.stop_derived as shift_stop_type_derived,
    s.start_zone,
    s.end_zone,
    zone_id(s.start_zone) as start_zone_id,
    zone_id(s.end_zone) as end_zone_id,

    -- players in the slots
    s.home_forward_1_id,
    s.home_forward_2_id,
    s.home_forward_3_id,
    s.home_defense_1_id,
    s.home_defense_2_id,
    s.home_xtra_id,
    s.home_goalie_id,
    s.away_forward_1_id,
    s.away_forward_2_id,
    s.away_forward_3_id,
    s.away_defense_1_id,
    s.away_defense_2_id,
    s.away_xtra_id,
    s.away_goalie_id,

    -- ratings of the skaters
    r.home_avg_rating,
    r.home_min_rating,
    r.home_max_rating,
    r.away_avg_rating,
    r.away_min_rating,
    r.away_max_rating,
    r.home_avg_rating - r.away_avg_rating as rating_differential,
    r.home_avg_rating - r.away_avg_rating > 0 as home_rating_advantage,

    -- goals, by strength class of the side
    c.home_goal as home_gf_all,
    c.away_goal as home_ga_all,
    c.away_goal as away_gf_all,
    c.home_goal as away_ga_all,
    case when s.home_class = 'ev' then c.home_goal else 0 end as home_gf_ev,
    case when s.home_class = 'ev' then c.away_goal else 0 end as home_ga_ev,
    case when s.away_class = 'ev' then c.away_goal else 0 end as away_gf_ev,
    case when s.away_class = 'ev' then c.home_goal else 0 end as away_ga_ev,
    case when s.home_class <> 'en' then c.home_goal else 0 end as home_gf_nen,
    case when s.home_class <> 'en' then c.away_goal else 0 end as home_ga_nen,
    case when s.home_class <> 'en' then c.away_goal else 0 end as away_gf_nen,
    case when s.home_class <> 'en' then c.home_goal else 0 end as away_ga_nen,
    case when s.home_class = 'pp' then c.home_goal else 0 end as home_gf_pp,
    case when s.home_class = 'pp' then c.away_goal else 0 end as home_ga_pp,
    case when s.away_class = 'pp' then c.away_goal else 0 end as away_gf_pp,
    case when s.away_class = 'pp' then c.home_goal else 0 end as away_ga_pp,
    case when s.home_class = 'pk' then c.home_goal else 0 end as home_gf_pk,
    case when s.home_class = 'pk' then c.away_goal else 0 end as home_ga_pk,
    case when s.away_class = 'pk' then c.away_goal else 0 end as away_gf_pk,
    case when s.away_class = 'pk' then c.home_goal else 0 end as away_ga_pk,
    c.home_goal - c.away_goal as home_pm_all,
    c.away_goal - c.home_goal as away_pm_all,
    case when s.home_class = 'ev' then c.home_goal - c.away_goal else 0 end as home_pm_ev,
    case when s.away_class = 'ev' then c.away_goal - c.home_goal else 0 end as away_pm_ev,
    case when s.home_class <> 'en' then c.home_goal - c.away_goal else 0 end as home_pm_nen,
    case when s.home_class <> 'en' then c.away_goal - c.home_goal else 0 end as away_pm_nen,
    case when s.home_class = 'pp' then c.home_goal - c.away_goal else 0 end as home_pm_pp,
    case when s.away_class = 'pp' then c.away_goal - c.home_goal else 0 end as away_pm_pp,
    case when s.home_class = 'pk' then c.home_goal - c.away_goal else 0 end as home_pm_pk,
    case when s.away_class = 'pk' then c.away_goal - c.home_goal else 0 end as away_pm_pk,

    -- score state at the start
    case
        when c.home_goals > c.away_goals then 'home_leading'
        when c.home_goals < c.away_goals then 'home_trailing'
        else 'tied'
    end as game_state,
    c.home_goals - c.away_goals as score_differential,
    abs(c.home_goals - c.away_goals) <= 1 as is_close_game,

    -- what happened
    c.home_sog as sf,
    c.away_sog as sa,
    c.home_sog - c.away_sog as shot_diff,
    c.home_corsi as cf,
    c.away_corsi as ca,
    100 * c.home_corsi::double precision / nullif(c.home_corsi + c.away_corsi, 0) as cf_pct,
    c.home_fenwick as ff,
    c.away_fenwick as fa,
    100 * c.home_fenwick::double precision / nullif(c.home_fenwick + c.away_fenwick, 0) as ff_pct,
    c.home_scoring_chance as scf,
    c.away_scoring_chance as sca,
    c.home_high_danger as hdf,
    c.away_high_danger as hda,
    c.home_zone_entry as home_zone_entries,
    c.away_zone_entry as away_zone_entries,
    c.home_zone_exit as home_zone_exits,
    c.away_zone_exit as away_zone_exits,
    c.home_giveaway as home_giveaways,
    c.away_giveaway as away_giveaways,
    c.home_bad_giveaway as home_bad_giveaways,
    c.away_bad_giveaway as away_bad_giveaways,
    c.home_takeaway as home_takeaways,
    c.away_takeaway as away_takeaways,
    c.home_faceoff as fo_won,
    c.away_faceoff as fo_lost,
    100 * c.home_faceoff::double precision / nullif(c.home_faceoff + c.away_faceoff, 0) as fo_pct,
    c.event_count,

    -- ids
    start_type.shift_start_type_id,
    stop_type.shift_stop_type_id,
    si.situation_id,
    s.shift_id as shift_key,
    shift_duration_id(s.start_clock - s.end_clock) as shift_duration_id
from worded as s
join counted as c using (shift_id)
join base_game as g on g.game_id = s.game_id
join base_period as p on p.game_id = s.game_id and p.period = s.period
left join rating as r on r.game_id = s.game_id and r.shift_index = s.shift_index
left join base_strength as st on st.strength_code = s.home_skaters || 'v' || s.away_skaters
left join dim_situation as si on si.situation_name = s.situation
left join dim_shift_start_type as start_type
    on start_type.shift_start_type_name = s.start_derived
left join dim_shift_stop_type as stop_type
    on stop_type.shift_stop_type_name = s.stop_derived
order by s.game_id, s.period, s.start_clock desc, s.shift_index
