-- fact_game_status__one_per_game_of_the_schedule: every game of the schedule has a status, and
-- nothing else has one.
select s.game_id, g.game_id as game_of_status
from dim_schedule as s
full join fact_game_status as g on g.game_id = s.game_id
where s.game_id is null or g.game_id is null
