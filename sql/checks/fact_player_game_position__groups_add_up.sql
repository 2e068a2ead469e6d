-- fact_player_game_position__groups_add_up: every shift of a player is in one group, and the group
-- with most time is the position of the roster.
select p.game_id, p.player_id, p.dominant_position, r.player_position
from fact_player_game_position as p
left join fact_gameroster as r on r.game_id = p.game_id and r.player_id = p.player_id
where p.forward_shifts + p.defense_shifts + p.goalie_shifts <> p.total_shifts
    or p.dominant_position_pct not between 100.0 / 3 - 1e-9 and 100
    or p.dominant_position is distinct from r.player_position
    and not exists (
        select from fact_shift_players as s
        where s.game_id = p.game_id and s.player_id = p.player_id and s.period > 4
    )
