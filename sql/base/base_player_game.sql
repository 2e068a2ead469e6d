-- base_player_game: who played in a game as a skater (page 30, 3): a skater slot in a shift or a
-- role in an event, and no goalie of the game: not rostered as one; without a roster row not more
-- than half of his shifts in slot G.
-- Everything of periods 1 to 4.
-- grain: one row per game and skater
-- by: game
with
shifted as (
    select
        game_id,
        player_id,
        sum(shifts) as shifts,
        coalesce(sum(shifts) filter (where slot = 'G'), 0) as goalie_shifts,
        coalesce(sum(shifts) filter (where slot = 'D'), 0) as defense_shifts,
        coalesce(sum(shifts) filter (where slot = 'F'), 0) as forward_shifts,
        min(side) as side
    from base_player_slot
    where period between 1 and 4
    group by game_id, player_id
),
acted as (
    select
        game_id,
        player_id,
        case
            when sum(home_roles) >= sum(away_roles) and sum(home_roles) > 0 then 'home'
            when sum(away_roles) > 0 then 'away'
        end as side
    from base_player_period
    where period between 1 and 4
    group by game_id, player_id
),
seen as (
    select
        game_id,
        player_id,
        coalesce(shifts, 0) as shifts,
        coalesce(goalie_shifts, 0) as goalie_shifts,
        coalesce(forward_shifts, 0) + coalesce(defense_shifts, 0) as skater_shifts,
        coalesce(shifted.side, acted.side) as side_seen,
        acted.player_id is not null as has_role,
        case
            when forward_shifts >= defense_shifts and forward_shifts > 0 then 'Forward'
            when defense_shifts > 0 then 'Defense'
        end as position_seen
    from shifted
    full join acted using (game_id, player_id)
)
select
    seen.game_id,
    seen.player_id,
    coalesce(roster.side, side_seen) as side,
    coalesce(
        roster.team_id,
        case side_seen when 'home' then game.home_team_id when 'away' then game.away_team_id end
    ) as team_id,
    coalesce(roster.player_position, position_seen) as position,
    game.season_id,
    coalesce(game.game_type, 'Regular') as game_type
from seen
join base_game as game on game.game_id = seen.game_id
left join base_tracked_roster as roster
    on roster.game_id = seen.game_id and roster.player_id = seen.player_id
where (skater_shifts > 0 or has_role)
    and case
        when roster.player_id is not null then roster.player_position is distinct from 'Goalie'
        else 2 * goalie_shifts <= shifts
    end
