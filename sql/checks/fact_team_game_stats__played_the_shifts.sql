-- fact_team_game_stats__played_the_shifts: no team plays longer than the shifts of the game last,
-- and somebody is on the ice in each of them.
with
shift as (
    select game_id, sum(shift_duration) as seconds
    from fact_shifts
    where period between 1 and 4
    group by game_id
),
team as (
    select game_id, max(toi_seconds) as longest, sum(toi_seconds) as seconds
    from fact_team_game_stats
    group by game_id
)
select game_id, longest, team.seconds, shift.seconds
from team
full join shift using (game_id)
where (longest is null) <> (shift.seconds is null)
    or longest > shift.seconds + 1
    or team.seconds < shift.seconds - 1
