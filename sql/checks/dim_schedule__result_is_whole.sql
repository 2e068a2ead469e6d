-- dim_schedule__result_is_whole: at most one team wins, and the points of both add up to two.
select game_id, home_team_w, away_team_w, home_team_pts, away_team_pts
from dim_schedule
where home_team_w + away_team_w > 1 or home_team_pts + away_team_pts <> 2
