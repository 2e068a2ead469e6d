-- fact_player_game_stats__entries_add_up: controlled and uncontrolled entries (exits) are all
-- entries (exits), so are their successes, shots and goals; each is a part of its set.
select player_game_key, part.name, part.controlled, part.uncontrolled, part.total
from fact_player_game_stats
cross join lateral (values
    ('entries', zone_ent_controlled, zone_ent_uncontrolled, zone_ent_total, zone_ent_total),
    (
        'entry successes', zone_ent_controlled_successful, zone_ent_uncontrolled_successful,
        zone_ent_successful, zone_ent_total
    ),
    (
        'entry shots', zone_ent_controlled_shot, zone_ent_uncontrolled_shot,
        zone_ent_shot_generated, zone_ent_total
    ),
    (
        'entry goals', zone_ent_controlled_goal, zone_ent_uncontrolled_goal,
        zone_ent_goal_generated, zone_ent_total
    ),
    ('exits', zone_ext_controlled, zone_ext_uncontrolled, zone_ext_total, zone_ext_total),
    (
        'exit successes', zone_ext_controlled_successful, zone_ext_uncontrolled_successful,
        zone_ext_successful, zone_ext_total
    ),
    (
        'exit shots', zone_ext_controlled_shot, zone_ext_uncontrolled_shot,
        zone_ext_shot_generated, zone_ext_total
    ),
    (
        'exit goals', zone_ext_controlled_goal, zone_ext_uncontrolled_goal,
        zone_ext_goal_generated, zone_ext_total
    )
) as part (name, controlled, uncontrolled, total, size)
where part.controlled + part.uncontrolled <> part.total or part.total > part.size
