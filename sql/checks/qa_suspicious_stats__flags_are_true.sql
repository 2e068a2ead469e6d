-- qa_suspicious_stats__flags_are_true: a flag is one of the eight, and what it says of goals,
-- attempts and the roster holds.
select q.suspicious_key, q.flags, q.goals, q.shots, r.goals as goals_of_roster
from qa_suspicious_stats as q
left join fact_gameroster as r on r.game_id = q.game_id and r.player_id = q.player_id
cross join lateral (select string_to_array(q.flags, ',') as flag) as f
where q.flags is null
    or not f.flag <@ array[
        'high_goals', 'high_shots', 'goals_without_shots', 'excessive_toi', 'stats_without_toi',
        'toi_exceeds_game', 'goals_differ_from_roster', 'not_on_roster'
    ]
    or ('high_goals' = any (f.flag)) <> coalesce(q.goals > 5, false)
    or ('high_shots' = any (f.flag)) <> coalesce(q.shots > 20, false)
    or ('goals_without_shots' = any (f.flag)) <> coalesce(q.goals > 0 and q.shots = 0, false)
    or ('goals_differ_from_roster' = any (f.flag)) <> coalesce(q.goals <> r.goals, false)
    or ('not_on_roster' = any (f.flag)) <> (r.player_id is null)
