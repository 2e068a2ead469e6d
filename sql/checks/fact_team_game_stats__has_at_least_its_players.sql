-- fact_team_game_stats__has_at_least_its_players: a team has what its skaters have together, and
-- the same where every event names who acted.
with
unnamed as (
    select distinct game_id
    from fact_event_players
    where player_role = 'event_player_1' and player_id is null
),
skater as (
    select
        game_id,
        team_id,
        sum(goals) as goals,
        sum(shots) as shots,
        sum(sog) as sog,
        sum(xg_for) as xg_for,
        sum(shot_assists) as shot_assists,
        sum(goal_creating_actions) as goal_creating_actions,
        sum(blocks) as blocks
    from fact_player_game_stats
    group by game_id, team_id
)
select team_game_key, part.name, part.team, part.players
from fact_team_game_stats as team
join skater using (game_id, team_id)
left join unnamed using (game_id)
cross join lateral (values
    ('goals', team.goals, skater.goals),
    ('shots', team.shots, skater.shots),
    ('sog', team.sog, skater.sog),
    ('xg_for', team.xg_for, skater.xg_for),
    ('shot_assists', team.shot_assists, skater.shot_assists),
    (
        'goal_creating_actions',
        team.goal_creating_actions,
        skater.goal_creating_actions
    ),
    ('blocks', team.blocks, skater.blocks)
) as part (name, team, players)
where part.team < part.players - 1e-9
    or unnamed.game_id is null and part.name <> 'blocks' and part.team > part.players + 1e-9
