-- fact_player_game_stats__passes_are_the_events: passes by kind, how plays under pressure went and
-- who got to rebounds are those of the player's own events in fact_events.
with
event as (
    select
        event.*,
        player.player_id,
        lag(event.event_type) over (
            partition by event.game_id, event.period
            order by event.time_start_total_seconds desc, event.event_id
        ) as type_before
    from fact_events as event
    left join fact_event_players as player
        on player.event_id = event.event_id and player.player_role = 'event_player_1'
    where event.period <= 4
),
counted as (
    select
        game_id,
        player_id,
        count(*) filter (where event_detail_2 = 'Pass_Forehand') as forehand,
        count(*) filter (where event_detail_2 = 'Pass_Backhand') as backhand,
        count(*) filter (where event_detail_2 = 'Pass_Rim_Wrap') as rim,
        count(*) filter (where event_detail_2 = 'Pass_Drop') as drops,
        count(*) filter (where event_detail_2 = 'Pass_OneTouch') as one_touch,
        count(*) filter (where is_pressured = 1 and event_successful = 's') as pressure_success,
        count(*) filter (where is_pressured = 1 and is_giveaway = 1) as pressure_giveaways,
        count(*) filter (where type_before = 'Rebound') as recoveries
    from event
    group by game_id, player_id
)
select player_game_key, part.name, part.value, part.counted
from fact_player_game_stats as stats
left join counted using (game_id, player_id)
cross join lateral (values
    ('passes_forehand', passes_forehand, counted.forehand),
    ('passes_backhand', passes_backhand, counted.backhand),
    ('passes_rim', passes_rim, counted.rim),
    ('passes_drop', passes_drop, counted.drops),
    ('passes_one_touch', passes_one_touch, counted.one_touch),
    ('pressure_success_count', pressure_success_count, counted.pressure_success),
    ('pressure_giveaways', stats.pressure_giveaways, counted.pressure_giveaways),
    ('rebound_recoveries', rebound_recoveries, counted.recoveries)
) as part (name, value, counted)
where part.value <> coalesce(part.counted, 0)
