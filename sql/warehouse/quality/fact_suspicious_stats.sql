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

limits (stat_name, threshold, direction) as (
    values
        ('goals', 5, '>'),
        ('assists', 6, '>'),
        ('shots', 20, '>'),
        ('toi_seconds', 2400, '>'),
        ('toi_seconds', 60, '<'),
        ('cf_pct', 85, '>'),
        ('cf_pct', 15, '<')
),

exceeded as (
    select
        p.game_id,
        p.player_id,
        v.stat_name,
        v.stat_value,
        l.threshold,
        l.direction,
        case l.direction when '>' then 'HIGH' else 'LOW' end as flag_type,
        'WARNING' as severity,
        'THRESHOLD_EXCEEDED' as category,
        v.stat_name || '=' || number_text(v.stat_value) || ' exceeds ' || l.direction
            || l.threshold::text as note
    from player_game as p
    cross join lateral (
        values
            ('goals', p.goals::double precision),
            ('assists', p.assists),
            ('shots', p.shots),
            ('toi_seconds', p.toi_seconds),
            ('cf_pct', p.cf_pct)
    ) as v (stat_name, stat_value)
    inner join limits as l on l.stat_name = v.stat_name
    where case l.direction
        when '>' then v.stat_value > l.threshold
        else v.stat_value < l.threshold
    end
),

extreme as (
    select
        p.game_id,
        p.player_id,
        v.stat_name,
        v.stat_value::double precision as stat_value,
        6 as threshold,
        '±' as direction,
        'EXTREME' as flag_type,
        'INFO' as severity,
        'EXTREME_VALUE' as category,
        'Extreme +/- of ' || v.stat_value::text as note
    from player_game as p
    cross join lateral (
        values
            ('plus_minus_ev', p.plus_minus_ev),
            ('plus_minus_total', p.plus_minus_total)
    ) as v (stat_name, stat_value)
    where abs(v.stat_value) > 6
),

counted as (
    select p.game_id, p.player_id, v.stat_name, v.stat_value
    from player_game as p
    cross join lateral (
        values
            ('goals', p.goals),
            ('assists', p.assists),
            ('toi_seconds', p.toi_seconds),
            ('shots', p.shots),
            ('corsi_for', p.corsi_for)
    ) as v (stat_name, stat_value)
    where v.stat_value is not null
),

spread as (
    select
        stat_name,
        avg(stat_value order by game_id, player_id) as mean,
        stddev_samp(stat_value order by game_id, player_id) as deviation
    from counted
    group by stat_name
    having count(*) > 10 and stddev_samp(stat_value) > 0
),

outlying as (
    select
        c.game_id,
        c.player_id,
        c.stat_name,
        c.stat_value::double precision as stat_value,
        3 as threshold,
        'z>' as direction,
        'ZSCORE' as flag_type,
        'INFO' as severity,
        'STATISTICAL_OUTLIER' as category,
        'Z-score=' || round((c.stat_value - s.mean) / s.deviation, 2)::text || ' exceeds 3' as note
    from counted as c
    inner join spread as s on s.stat_name = c.stat_name
    where abs(c.stat_value - s.mean) / s.deviation > 3
),

flagged as (
    select * from exceeded
    union all
    select * from extreme
    union all
    select * from outlying
)

select
    f.game_id,
    f.player_id,
    p.player_name,
    n.player_primary_position as position,
    f.stat_name,
    f.stat_value,
    f.threshold,
    f.direction as threshold_direction,
    f.flag_type,
    f.severity,
    f.category,
    f.note,
    false as resolved,
    u.started_at as created_at
from flagged as f
inner join player_game as p on p.game_id = f.game_id and p.player_id = f.player_id
left join dim_player as n on n.player_id = f.player_id
cross join run_parameter as u
order by f.game_id, f.player_id collate "C", f.category, f.stat_name
