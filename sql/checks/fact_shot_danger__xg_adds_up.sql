-- fact_shot_danger__xg_adds_up: the xG of a skater's attempts is that of his player game.
select s.game_id, s.player_id, s.xg_for, d.xg
from fact_player_game_stats as s
left join (
    select p.game_id, p.player_id, sum(d.xg) as xg
    from fact_shot_danger as d
    inner join fact_event_players as p
        on p.event_id = d.event_index and p.player_role = 'event_player_1'
    group by p.game_id, p.player_id
) as d on d.game_id = s.game_id and d.player_id = s.player_id
where abs(s.xg_for - coalesce(d.xg, 0)) > 1e-9
