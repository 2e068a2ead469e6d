-- fact_player_game_stats__playmaking_is_the_events: shot assists, touches before a shot, sequences
-- and plays under pressure are those of the player's own events in fact_events.
with
event as (
    select
        event.*,
        player.player_id
    from fact_events as event
    join fact_event_players as player using (event_id)
    where player.player_role = 'event_player_1' and event.period <= 4
),
counted as (
    select
        game_id,
        player_id,
        sum(is_shot_assist) as shot_assists,
        sum(is_pre_shot_event) as touches,
        sum(is_pressured) as pressured,
        count(*) as events,
        count(distinct sequence_key) as sequences,
        count(distinct sequence_key) filter (where sequence_has_sog = 1) as sog_sequences,
        count(distinct sequence_key) filter (where sequence_has_goal = 1) as goal_sequences
    from event
    group by game_id, player_id
)
select
    player_game_key, stats.shot_assists, counted.shot_assists as of_events, pre_shot_touches,
    touches, sequences_involved, sequences, plays_under_pressure, plays_not_pressured, events
from fact_player_game_stats as stats
left join counted using (game_id, player_id)
where stats.shot_assists <> coalesce(counted.shot_assists, 0)
    or pre_shot_touches > coalesce(touches, 0)
    or sequences_involved > coalesce(sequences, 0)
    or stats.sog_sequences > coalesce(counted.sog_sequences, 0)
    or stats.goal_sequences > coalesce(counted.goal_sequences, 0)
    or stats.goal_sequences > stats.sog_sequences
    or stats.sog_sequences > sequences_involved
    or goal_creating_actions > coalesce(events, 0)
    or plays_under_pressure <> coalesce(pressured, 0)
    or plays_under_pressure + plays_not_pressured <> coalesce(events, 0)
