-- fact_game_status: every game of the schedule and how well it was tracked.
-- doc: warehouse page 31, 3
-- grain: one row per game of dim_schedule
-- key: game_id
with
flagged as (
    select game_id, flag, count(*) as player_games
    from qa_suspicious_stats
    cross join lateral unnest(string_to_array(flags, ',')) as flag
    group by game_id, flag
),

summary as (
    select
        game_id,
        string_agg(
            flag || ': ' || player_games::text, '; '
            order by player_games desc, flag collate "C"
        ) as flags
    from flagged
    group by game_id
),

suspicious as (
    select game_id, count(*) as player_games
    from qa_suspicious_stats
    group by game_id
),

games as (
    select
        s.game_id,
        s.date,
        s.home_team_name,
        s.away_team_name,
        s.home_total_goals,
        s.away_total_goals,
        s.home_total_goals + s.away_total_goals as official_goals,
        s.game_url,
        coalesce(t.tracking_status, 'NO_FILE') as tracking_status,
        coalesce(t.tracking_pct, 0) as tracking_pct,
        coalesce(t.player_rows, 0) as player_rows,
        coalesce(t.shifts, 0) as shifts,
        t.numbers,
        t.numbers_known,
        t.goal_events,
        coalesce(t.assists, 0) as assists,
        t.periods_covered,
        t.first_period,
        t.first_clock,
        t.last_period,
        t.last_clock,
        t.player_games,
        t.goals
    from dim_schedule as s
    left join base_game_tracked as t on t.game_id = s.game_id
)

select
    -- what the schedule says
    g.game_id,
    g.date as game_date,
    g.home_team_name as home_team,
    g.away_team_name as away_team,
    g.home_total_goals as official_home_goals,
    g.away_total_goals as official_away_goals,
    g.official_goals as official_total_goals,
    g.game_url,

    -- what was tracked
    g.tracking_status,
    g.tracking_pct,
    g.player_rows::integer as events_row_count,
    g.shifts::integer as shifts_row_count,
    100 * g.numbers_known::double precision / nullif(g.numbers, 0) as player_id_fill_pct,
    g.goal_events::integer as goal_events,
    g.periods_covered,
    g.first_period as tracking_start_period,
    clock_text(g.first_clock) as tracking_start_time,
    g.last_period as tracking_end_period,
    clock_text(g.last_clock) as tracking_end_time,

    -- what became of it
    g.player_games is not null as is_loaded,
    g.goals::integer as goals_in_stats,
    g.goals = g.official_goals as goal_match,
    coalesce(g.player_games, 0)::integer as player_count,
    nullif(
        concat_ws(
            '; ',
            case g.tracking_status
                when 'NO_FILE' then 'No tracking file'
                when 'TEMPLATE' then 'Template only - not tracked'
                when 'PARTIAL' then 'Partial tracking (' || number_text(g.tracking_pct) || '%)'
            end,
            case when g.goals <> g.official_goals then
                'Goal mismatch: ' || g.goals::text || ' vs ' || g.official_goals::text
            end,
            case when g.goal_events > 2 and g.assists = 0 then 'No assists tracked' end,
            case when g.numbers > g.numbers_known then
                (g.numbers - g.numbers_known)::text || ' player rows without a roster player'
            end
        ),
        ''
    ) as issues,

    -- what looks wrong in it
    q.player_games is not null as suspicious_stats_flag,
    coalesce(q.player_games, 0)::integer as suspicious_stats_count,
    m.flags as suspicious_stats_summary
from games as g
left join suspicious as q on q.game_id = g.game_id
left join summary as m on m.game_id = g.game_id
order by g.game_id
