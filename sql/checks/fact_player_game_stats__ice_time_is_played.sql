-- fact_player_game_stats__ice_time_is_played: nobody was on the ice longer than all line-ups of the
-- game lasted, and the shifts with him hold the attempts that the ice time is about.
with
game as (
    select game_id, sum(shift_duration) as seconds, sum(cf + ca) as attempts
    from fact_shifts
    where period <= 4
    group by game_id
)
select player_game_key, toi_seconds, seconds, corsi_for, corsi_against, attempts
from fact_player_game_stats
join game using (game_id)
where toi_seconds > seconds + 0.5
    or corsi_for + corsi_against > attempts
    or shift_count > 0 and toi_seconds <= 0
    or abs(toi_minutes * 60 - toi_seconds) > 1e-9
    or fenwick_for > corsi_for
    or fenwick_against > corsi_against
    or high_danger_for > scoring_chances_for
    or high_danger_against > scoring_chances_against
