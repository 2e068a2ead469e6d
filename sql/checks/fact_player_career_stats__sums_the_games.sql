-- fact_player_career_stats__sums_the_games: a career has the games of the player, each once, and
-- their sums; his seasons are those of these games.
with
game as (
    select
        player_id,
        count(*) as games,
        count(assists) as games_with_assists,
        count(distinct season_id) as seasons,
        sum(goals) as goals,
        sum(assists) as assists,
        sum(points) as points,
        sum(shots) as shots,
        sum(sog) as sog,
        sum(pass_attempts) as pass_attempts,
        sum(takeaways) as takeaways,
        sum(giveaways) as giveaways,
        sum(hits) as hits,
        sum(blocks) as blocks,
        sum(dump_ins) as dump_ins,
        sum(fo_wins) as fo_wins,
        sum(fo_losses) as fo_losses
    from fact_player_game_stats
    group by player_id
)
select player_id, career.career_games, game.games, career.points, game.points as points_of_games
from fact_player_career_stats as career
full join game using (player_id)
where career_games is distinct from games
    or seasons_played is distinct from seasons
    or career.goals is distinct from game.goals
    or career.assists is distinct from game.assists
    or career.points is distinct from game.points
    or career.shots is distinct from game.shots
    or career.sog is distinct from game.sog
    or career.pass_attempts is distinct from game.pass_attempts
    or career.takeaways is distinct from game.takeaways
    or career.giveaways is distinct from game.giveaways
    or career.hits is distinct from game.hits
    or career.blocks is distinct from game.blocks
    or career.dump_ins is distinct from game.dump_ins
    or career.fo_wins is distinct from game.fo_wins
    or career.fo_losses is distinct from game.fo_losses
    or abs(assists_per_game * games_with_assists - career.assists) > 1e-9
    or (assists_per_game is null) <> (games_with_assists = 0)
