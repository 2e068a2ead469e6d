-- fact_suspicious_stats__values_are_those_of_the_game: a suspicious value stands in the player
-- game, and lies beyond its limit.
select s.game_id, s.player_id, s.stat_name, s.stat_value, s.category
from fact_suspicious_stats as s
left join fact_player_game_stats as p on p.game_id = s.game_id and p.player_id = s.player_id
where s.stat_value is distinct from case s.stat_name
        when 'goals' then p.goals
        when 'assists' then p.assists
        when 'shots' then p.shots
        when 'toi_seconds' then p.toi_seconds
        when 'cf_pct' then p.cf_pct
        when 'corsi_for' then p.corsi_for
        when 'plus_minus_ev' then p.plus_minus_ev
        when 'plus_minus_total' then p.plus_minus_total
    end
    or not case s.threshold_direction
        when '>' then s.stat_value > s.threshold
        when '<' then s.stat_value < s.threshold
        when '±' then abs(s.stat_value) > s.threshold
        when 'z>' then true
    end
