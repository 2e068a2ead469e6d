-- fact_playergames__pairs_are_those_of_the_roster: both tables have the same games and players,
-- each once.
select game_id, player_id, count(playergame_key) as rows
from fact_playergames
full join fact_gameroster using (game_id, player_id)
group by game_id, player_id
having count(*) > 1
    or count(playergame_key) <> 1
    or count(fact_gameroster.goals) <> 1
