-- fact_gameroster__points_add_up: points are goals and assists, games_played is 0 or 1.
select game_id, player_id, goals, assist, points, games_played
from fact_gameroster
where points is distinct from goals + assist or games_played not in (0, 1)
