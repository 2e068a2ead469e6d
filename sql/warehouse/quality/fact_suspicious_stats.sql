-- fact_suspicious_stats: statistics of a player game that are out of the ordinary: beyond a fixed
-- limit, or far from the mean of all tracked player games. Such a value may be true; somebody
-- should look at it.
-- doc: warehouse page 31, 3
-- grain: one row per game, player, category and statistic
-- key: game_id, player_id, category, stat_name
with
player_game as (
    select
        game_id,
        player_id,
        player_name,
        goals,
        assists,
        shots,
        toi_seconds,
        cf_pct,
        plus_minus_ev,
        plus_minus_total,
        corsi_for
    from fact_player_game_stats
),

-- One pass over all player games: the mean of a statistic and how far they lie from it.
measured as (
    select
        count(goals) as goals,
        avg(goals) as goals_mean,
        stddev_samp(goals) as goals_deviation,
        count(assists) as assists,
        avg(assists) as assists_mean,
        stddev_samp(assists) as assists_deviation,
        count(toi_seconds) as toi_seconds,
        avg(toi_seconds) as toi_seconds_mean,
        stddev_samp(toi_seconds) as toi_seconds_deviation,
        count(shots) as shots,
        avg(shots) as shots_mean,
        stddev_samp(shots) as shots_deviation,
        count(corsi_for) as corsi_for,
        avg(corsi_for) as corsi_for_mean,
        stddev_samp(corsi_for) as corsi_for_deviation
    from player_game
),

spread as (
    select v.stat_name, v.mean, v.deviation
    from measured as m
    cross join lateral (
        values
            ('goals', m.goals, m.goals_mean, m.goals_deviation),
            ('assists', m.assists, m.assists_mean, m.assists_deviation),
            ('toi_seconds', m.toi_seconds, m.toi_seconds_mean, m.toi_seconds_deviation),
            ('shots', m.shots, m.shots_mean, m.shots_deviation),
            ('corsi_for', m.corsi_for, m.corsi_for_mean, m.corsi_for_deviation)
    ) as v (stat_name, player_games, mean, deviation)
    where v.player_games > 10 and v.deviation > 0
),

-- What lies below low or above high is flagged. The whole numbers around three deviations stand in
-- for the exact limit, which is asked for where a value lies outside.
rule (category, stat_name, low, high, threshold, direction, mean, deviation) as (
    values
        ('THRESHOLD_EXCEEDED', 'goals', null::integer, 5, 5, '>', null::numeric, null::numeric),
        ('THRESHOLD_EXCEEDED', 'assists', null, 6, 6, '>', null, null),
        ('THRESHOLD_EXCEEDED', 'shots', null, 20, 20, '>', null, null),
        ('THRESHOLD_EXCEEDED', 'toi_seconds', null, 2400, 2400, '>', null, null),
        ('THRESHOLD_EXCEEDED', 'toi_seconds', 60, null, 60, '<', null, null),
        ('THRESHOLD_EXCEEDED', 'cf_pct', null, 85, 85, '>', null, null),
        ('THRESHOLD_EXCEEDED', 'cf_pct', 15, null, 15, '<', null, null),
        ('EXTREME_VALUE', 'plus_minus_ev', -6, 6, 6, '±', null, null),
        ('EXTREME_VALUE', 'plus_minus_total', -6, 6, 6, '±', null, null)
    union all
    select
        'STATISTICAL_OUTLIER',
        stat_name,
        ceil(mean - 3 * deviation)::integer,
        floor(mean + 3 * deviation)::integer,
        3,
        'z>',
        mean,
        deviation
    from spread
),

bound as (
    select
        min(high) filter (where stat_name = 'goals') as goals_high,
        max(low) filter (where stat_name = 'goals') as goals_low,
        min(high) filter (where stat_name = 'assists') as assists_high,
        max(low) filter (where stat_name = 'assists') as assists_low,
        min(high) filter (where stat_name = 'shots') as shots_high,
        max(low) filter (where stat_name = 'shots') as shots_low,
        min(high) filter (where stat_name = 'toi_seconds') as toi_seconds_high,
        max(low) filter (where stat_name = 'toi_seconds') as toi_seconds_low,
        min(high) filter (where stat_name = 'corsi_for') as corsi_for_high,
        max(low) filter (where stat_name = 'corsi_for') as corsi_for_low,
        min(high) filter (where stat_name = 'cf_pct') as cf_pct_high,
        max(low) filter (where stat_name = 'cf_pct') as cf_pct_low,
        min(high) filter (where stat_name = 'plus_minus_ev') as plus_minus_ev_high,
        max(low) filter (where stat_name = 'plus_minus_ev') as plus_minus_ev_low,
        min(high) filter (where stat_name = 'plus_minus_total') as plus_minus_total_high,
        max(low) filter (where stat_name = 'plus_minus_total') as plus_minus_total_low
    from rule
),

-- The few player games that some rule concerns.
suspect as materialized (
    select p.*
    from player_game as p
    cross join bound as b
    where p.goals > b.goals_high or p.goals < b.goals_low
        or p.assists > b.assists_high or p.assists < b.assists_low
        or p.shots > b.shots_high or p.shots < b.shots_low
        or p.toi_seconds > b.toi_seconds_high or p.toi_seconds < b.toi_seconds_low
        or p.corsi_for > b.corsi_for_high or p.corsi_for < b.corsi_for_low
        or p.cf_pct > b.cf_pct_high or p.cf_pct < b.cf_pct_low
        or p.plus_minus_ev > b.plus_minus_ev_high or p.plus_minus_ev < b.plus_minus_ev_low
        or p.plus_minus_total > b.plus_minus_total_high
        or p.plus_minus_total < b.plus_minus_total_low
)

select
    p.game_id,
    p.player_id,
    p.player_name,
    n.player_primary_position as position,
    r.stat_name,
    v.stat_value,
    r.threshold,
    r.direction as threshold_direction,
    case r.category
        when 'EXTREME_VALUE' then 'EXTREME'
        when 'STATISTICAL_OUTLIER' then 'ZSCORE'
        else case r.direction when '>' then 'HIGH' else 'LOW' end
    end as flag_type,
    case r.category when 'THRESHOLD_EXCEEDED' then 'WARNING' else 'INFO' end as severity,
    r.category,
    case r.category
        when 'THRESHOLD_EXCEEDED' then
            r.stat_name || '=' || number_text(v.stat_value) || ' exceeds ' || r.direction
                || r.threshold::text
        when 'EXTREME_VALUE' then 'Extreme +/- of ' || number_text(v.stat_value)
        else
            'Z-score=' || round((v.stat_value::numeric - r.mean) / r.deviation, 2)::text
                || ' exceeds 3'
    end as note,
    false as resolved,
    u.started_at as created_at
from suspect as p
cross join lateral (
    values
        ('goals', p.goals::double precision),
        ('assists', p.assists),
        ('shots', p.shots),
        ('toi_seconds', p.toi_seconds),
        ('corsi_for', p.corsi_for),
        ('cf_pct', p.cf_pct),
        ('plus_minus_ev', p.plus_minus_ev),
        ('plus_minus_total', p.plus_minus_total)
) as v (stat_name, stat_value)
inner join rule as r
    on r.stat_name = v.stat_name and (v.stat_value < r.low or v.stat_value > r.high)
left join dim_player as n on n.player_id = p.player_id
cross join run_parameter as u
where r.category <> 'STATISTICAL_OUTLIER'
    or abs(v.stat_value::numeric - r.mean) / r.deviation > 3
order by p.game_id, p.player_id collate "C", r.category, r.stat_name
