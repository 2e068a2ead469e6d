-- fact_player_game_stats__faceoffs_have_two_sides: in a game whose face-offs all name both skaters
-- one team won in its offensive zone what the other lost in its defensive one, and in all as often.
with
incomplete as (
    select event.game_id
    from fact_events as event
    left join fact_event_players as player
        on player.event_id = event.event_id
        and player.player_role in ('event_player_1', 'opp_player_1')
    left join fact_player_game_stats as stats
        on stats.game_id = event.game_id and stats.player_id = player.player_id
    where event.event_type = 'Faceoff' and event.period <= 4
    group by event.game_id, event.event_id
    having count(stats.player_id) < 2
),
team as (
    select
        game_id,
        team_id,
        sum(fo_wins) as wins,
        sum(fo_losses) as losses,
        sum(fo_wins_oz) as wins_oz,
        sum(fo_wins_dz) as wins_dz,
        sum(fo_losses_oz) as losses_oz,
        sum(fo_losses_dz) as losses_dz
    from fact_player_game_stats
    where game_id not in (select game_id from incomplete)
    group by game_id, team_id
)
select own.game_id, own.team_id, own.wins, other.losses, own.wins_oz, other.losses_dz
from team as own
join team as other on other.game_id = own.game_id and other.team_id <> own.team_id
where own.wins <> other.losses
    or own.wins_oz <> other.losses_dz
    or own.wins_dz <> other.losses_oz
