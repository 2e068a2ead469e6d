-- fact_shift_quality_logical__agrees_with_game_stats: ice time, shifts, goals, attempts and
-- opponents of a skater are those of fact_player_game_stats, which has no goalies: not somebody who
-- kept goal for most of the game.
select q.game_id, q.player_id
from fact_shift_quality_logical as q
left join fact_player_game_stats as s on s.game_id = q.game_id and s.player_id = q.player_id
left join fact_gameroster as r on r.game_id = q.game_id and r.player_id = q.player_id
where (s.player_id is not null or r.player_position is distinct from 'Goalie')
    and (
        (q.toi_seconds, q.logical_shifts, q.gf_all, q.ga_all, q.cf, q.ca) is distinct from (
            s.toi_seconds::double precision, s.shift_count, s.plus_total, s.minus_total,
            s.corsi_for, s.corsi_against
        )
        or abs(q.avg_opp_rating - s.opp_avg_rating) > 1e-9
        or (q.avg_opp_rating is null) <> (s.opp_avg_rating is null)
    )
