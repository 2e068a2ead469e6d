-- fact_player_period_stats__sums_the_game: the periods of a skater add up to his game; ice time
-- too, of whoever was in no goalie's slot.
with
period as (
    select
        game_id,
        player_id,
        sum(goals) as goals,
        sum(shots) as shots,
        sum(passes) as passes,
        sum(toi_seconds) as toi_seconds
    from fact_player_period_stats
    group by game_id, player_id
),
kept as (
    select distinct game_id, player_id
    from fact_shift_players
    where position = 'G'
)
select
    player_game_key, period.goals, stats.goals, period.shots, stats.shots, period.passes,
    pass_attempts, period.toi_seconds, stats.toi_seconds
from fact_player_game_stats as stats
left join period using (game_id, player_id)
left join kept using (game_id, player_id)
where period.goals is distinct from stats.goals
    or period.shots is distinct from stats.shots
    or period.passes is distinct from pass_attempts
    or kept.player_id is null and period.toi_seconds is distinct from stats.toi_seconds
