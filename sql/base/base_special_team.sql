-- base_special_team: attempts of a game while a side had more or fewer skaters and both goalies
-- were in (page 31, 1), and what its shots were worth then.
-- grain: one row per game and team
-- by: game
-- keep: yes
with
special as (
    select
        event.game_id,
        event.side,
        (count(*) filter (where is_corsi))::integer as corsi,
        coalesce(sum(xg order by event.event_no), 0) as xg
    from base_stat_event as event
    left join (select event_no, xg from base_shot) as shot using (event_no)
    where event.class in ('pp', 'pk') and period between 1 and 4
    group by event.game_id, event.side
),
side as (
    select game_id, 'home' as side, home_team_id as team_id from base_game
    union all
    select game_id, 'away', away_team_id from base_game
)
select
    side.game_id,
    side.team_id,
    coalesce(own.corsi, 0) as corsi_for,
    coalesce(other.corsi, 0) as corsi_against,
    coalesce(own.xg, 0) as xg_for
from side
left join special as own on own.game_id = side.game_id and own.side = side.side
left join special as other on other.game_id = side.game_id and other.side = other_side(side.side)
where side.team_id is not null
