-- fact_player_game_stats__shot_kinds_are_attempts: an attempt has one kind at most (a deflected one
-- may have another besides), a goal too; the primary kind is the commonest of the five.
with
kinds as (
    select
        *,
        array[shots_wrist, shots_slap, shots_snap, shots_backhand, shots_one_timer] as five,
        array['wrist', 'slap', 'snap', 'backhand', 'one_timer'] as names
    from fact_player_game_stats
)
select player_game_key, shots, goals, five, primary_shot_type, shot_type_variety
from kinds
where shots_wrist + shots_slap + shots_snap + shots_backhand + shots_one_timer + shots_tip
        + shots_wraparound + shots_poke + shots_bat > shots
    or shots_deflection > shots
    or goals_wrist + goals_one_timer + goals_tip + goals_backhand > goals
    or primary_shot_type is distinct from (
        select name
        from unnest(five, names) with ordinality as kind (attempts, name, place)
        where attempts > 0
        order by attempts desc, place
        limit 1
    )
    or shot_type_variety <> 5 - cardinality(array_positions(five, 0))
