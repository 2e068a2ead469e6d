-- base_player_role: what a player did in any role of an event (page 30, blocks B, F, I and J):
-- face-offs lost, defending, rushes for and against, plays that succeeded. Two roles of one side on
-- one event count as the lower one. Periods 1 to 4.
-- grain: one row per game and player whom one of the counts concerns
-- by: game
with
-- Of own roles only those that something below counts.
role as (
    select
        player.event_no,
        player.game_id,
        player.player_id,
        player.kind,
        event.event_type,
        event.zone,
        event.successful,
        event.is_faceoff,
        event.is_rush,
        event.is_rush_calculated,
        event.own_sog_seconds,
        event.own_goal_seconds,
        min(player.n) as n,
        bool_or(player.play_detail_successful = 's') as is_play_won,
        bool_or(player.play_detail_successful = 'u') as is_play_lost
    from base_event_player as player
    join base_stat_event as event on event.event_no = player.event_no
    where player.player_id is not null
        and event.period between 1 and 4
        and (
            player.kind = 'opp'
            or player.play_detail_successful is not null
            or event.is_rush
            or event.is_rush_calculated
        )
    group by
        player.event_no, player.game_id, player.player_id, player.kind, event.event_type,
        event.zone, event.successful, event.is_faceoff, event.is_rush, event.is_rush_calculated,
        event.own_sog_seconds, event.own_goal_seconds
),

defender as (
    select event_no, player_id, bool_or(is_primary) as is_primary
    from base_event_defender
    group by event_no, player_id
),

-- The opponent who blocked an attempt: tagged so, else the first one of a blocked shot.
blocker as (
    select distinct on (event_no)
        event_no,
        player_id
    from (
        select
            shot.event_no,
            player.player_id,
            player.n,
            coalesce(
                'BlockedShot' in (player.play_detail1, player.play_detail_2), false
            ) as is_tagged,
            shot.event_detail
        from base_shot as shot
        join base_event_player as player
            on player.event_no = shot.event_no and player.kind = 'opp'
    ) as opponent
    where is_tagged or event_detail = 'Shot_Blocked' and n = 1
    order by event_no, is_tagged desc, n
),

seen as (
    select
        role.*,
        defender.is_primary,
        coalesce(role.own_sog_seconds <= 10, false) as has_shot,
        coalesce(role.own_goal_seconds <= 15, false) as has_goal,
        blocker.event_no is not null as is_blocker
    from role
    left join defender
        on defender.event_no = role.event_no
        and defender.player_id = role.player_id
        and role.kind = 'opp'
    left join blocker
        on blocker.event_no = role.event_no
        and blocker.player_id = role.player_id
        and role.kind = 'opp'
),

-- A goal is charged to the primary defender of its row, of its shot if the row names no skater.
beaten as (
    select
        goal.game_id,
        coalesce(of_goal.player_id, of_shot.player_id) as player_id,
        count(*)::integer as goals
    from base_goal as goal
    left join base_event_defender as of_goal
        on of_goal.event_no = goal.event_no and of_goal.is_primary
    left join base_event_defender as of_shot
        on of_shot.event_no = goal.shot_no and of_shot.is_primary
    where goal.period between 1 and 4
    group by 1, 2
),

counted as (
    select
        game_id,
        player_id,
        -- face-offs lost; the zone is turned to the loser
        (count(*) filter (where kind = 'opp' and n = 1 and is_faceoff))::integer as fo_losses,
        (count(*) filter (where kind = 'opp' and n = 1 and is_faceoff and zone = 'd'))::integer
            as fo_losses_oz,
        (count(*) filter (where kind = 'opp' and n = 1 and is_faceoff and zone = 'n'))::integer
            as fo_losses_nz,
        (count(*) filter (where kind = 'opp' and n = 1 and is_faceoff and zone = 'o'))::integer
            as fo_losses_dz,

        -- defending
        (count(*) filter (where is_primary))::integer as primary_def_events,
        (count(*) filter (where not is_primary))::integer as support_def_events,
        (count(*) filter (where is_primary and event_type = 'Shot'))::integer as primary_def_shots,
        (count(*) filter (where is_primary and event_type = 'Pass'))::integer as primary_def_passes,
        (count(*) filter (where is_blocker))::integer as blocks,

        -- rushes of his team
        (count(*) filter (where kind = 'event' and is_rush and n = 1))::integer as rush_primary,
        (count(*) filter (where kind = 'event' and is_rush and n = 1 and successful = 's'))::integer
            as rush_primary_success,
        (count(*) filter (
            where kind = 'event' and is_rush and n = 1 and successful in ('s', 'u')
        ))::integer as rush_primary_judged,
        (count(*) filter (where kind = 'event' and is_rush and n = 1 and has_shot))::integer
            as rush_primary_shot,
        (count(*) filter (where kind = 'event' and is_rush and n = 1 and has_goal))::integer
            as rush_primary_goal,
        (count(*) filter (where kind = 'event' and is_rush and n > 1))::integer as rush_support,
        (count(*) filter (where kind = 'event' and is_rush and n > 1 and successful = 's'))::integer
            as rush_support_success,
        (count(*) filter (
            where kind = 'event' and is_rush and n > 1 and successful in ('s', 'u')
        ))::integer as rush_support_judged,
        (count(*) filter (where kind = 'event' and is_rush and n > 1 and has_shot))::integer
            as rush_support_shot,
        (count(*) filter (where kind = 'event' and is_rush and n > 1 and has_goal))::integer
            as rush_support_goal,
        (count(*) filter (where kind = 'event' and is_rush and is_rush_calculated))::integer
            as rush_off_immediate_shot,

        -- rushes of the other team
        (count(*) filter (where is_rush and is_primary))::integer as rush_primary_def,
        (count(*) filter (
            where is_rush and is_primary and has_goal
        ))::integer as rush_primary_def_ga,
        (count(*) filter (where is_rush and not is_primary))::integer as rush_support_def,
        (count(*) filter (where is_rush and not is_primary and has_goal))::integer
            as rush_support_def_ga,

        -- rushes by the count of events
        (count(*) filter (where kind = 'event' and is_rush_calculated))::integer as rush_calc_off,
        (count(*) filter (where kind = 'event' and is_rush_calculated and has_goal))::integer
            as rush_calc_off_goal,
        (count(*) filter (where is_primary is not null and is_rush_calculated))::integer
            as rush_calc_def,
        (count(*) filter (
            where is_primary is not null and is_rush_calculated and has_goal
        ))::integer as rush_calc_def_ga,

        -- plays
        (count(distinct event_no) filter (where is_play_won))::integer as plays_successful,
        (count(distinct event_no) filter (where is_play_lost))::integer as plays_unsuccessful
    from seen
    group by game_id, player_id
)

select
    counted.*,
    coalesce(beaten.goals, 0) as primary_def_goals_against
from counted
left join beaten using (game_id, player_id)
