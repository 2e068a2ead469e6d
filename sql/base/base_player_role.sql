-- base_player_role: what a player did in any role of an event (page 30, blocks B, F, I and J):
-- face-offs lost, defending, rushes for and against, plays that succeeded. Two roles of one side on
-- one event count as the lower one. Periods 1 to 4.
-- grain: one row per game and player whom one of the counts concerns
-- by: game
with
-- Face-offs lost, rushes of his team.
acted as (
    select
        game_id,
        player_id,
        -- face-offs lost; the zone is turned to the loser
        (count(*) filter (where kind = 'opp'))::integer as fo_losses,
        (count(*) filter (where kind = 'opp' and zone = 'd'))::integer as fo_losses_oz,
        (count(*) filter (where kind = 'opp' and zone = 'n'))::integer as fo_losses_nz,
        (count(*) filter (where kind = 'opp' and zone = 'o'))::integer as fo_losses_dz,

        -- rushes of his team
        (count(*) filter (where rushed and n = 1))::integer as rush_primary,
        (count(*) filter (where rushed and n = 1 and successful = 's'))::integer
            as rush_primary_success,
        (count(*) filter (where rushed and n = 1 and successful in ('s', 'u')))::integer
            as rush_primary_judged,
        (count(*) filter (where rushed and n = 1 and own_sog_seconds <= 10))::integer
            as rush_primary_shot,
        (count(*) filter (where rushed and n = 1 and own_goal_seconds <= 15))::integer
            as rush_primary_goal,
        (count(*) filter (where rushed and n > 1))::integer as rush_support,
        (count(*) filter (where rushed and n > 1 and successful = 's'))::integer
            as rush_support_success,
        (count(*) filter (where rushed and n > 1 and successful in ('s', 'u')))::integer
            as rush_support_judged,
        (count(*) filter (where rushed and n > 1 and own_sog_seconds <= 10))::integer
            as rush_support_shot,
        (count(*) filter (where rushed and n > 1 and own_goal_seconds <= 15))::integer
            as rush_support_goal,
        (count(*) filter (where rushed and is_rush_calculated))::integer
            as rush_off_immediate_shot,

        -- rushes of his team by the count of events
        (count(*) filter (where kind = 'event' and is_rush_calculated))::integer as rush_calc_off,
        (count(*) filter (
            where kind = 'event' and is_rush_calculated and own_goal_seconds <= 15
        ))::integer as rush_calc_off_goal
    from (
        select
            player.event_no,
            player.game_id,
            player.player_id,
            player.kind,
            player.kind = 'event' and event.is_rush as rushed,
            event.is_rush_calculated,
            event.zone,
            event.successful,
            event.own_sog_seconds,
            event.own_goal_seconds,
            min(player.n) as n
        from base_event_player as player
        join (
            select *
            from base_stat_event
            where (is_faceoff or is_rush or is_rush_calculated) and period between 1 and 4
        ) as event using (event_no)
        where player.player_id is not null
            and case player.kind
                when 'opp' then event.is_faceoff and player.n = 1
                else event.is_rush or event.is_rush_calculated
            end
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ) as role
    group by game_id, player_id
),

-- Defending, rushes of the other team.
defended as (
    select
        game_id,
        player_id,
        (count(*) filter (where is_primary))::integer as primary_def_events,
        (count(*) filter (where not is_primary))::integer as support_def_events,
        (count(*) filter (where is_primary and event_type = 'Shot'))::integer as primary_def_shots,
        (count(*) filter (where is_primary and event_type = 'Pass'))::integer as primary_def_passes,
        (count(*) filter (where is_rush and is_primary))::integer as rush_primary_def,
        (count(*) filter (where is_rush and is_primary and has_goal))::integer
            as rush_primary_def_ga,
        (count(*) filter (where is_rush and not is_primary))::integer as rush_support_def,
        (count(*) filter (where is_rush and not is_primary and has_goal))::integer
            as rush_support_def_ga,
        (count(*) filter (where is_rush_calculated))::integer as rush_calc_def,
        (count(*) filter (where is_rush_calculated and has_goal))::integer as rush_calc_def_ga
    from (
        select
            defender.game_id,
            defender.player_id,
            defender.is_primary,
            event.event_type,
            event.is_rush,
            event.is_rush_calculated,
            coalesce(event.own_goal_seconds <= 15, false) as has_goal
        from (
            select event_no, game_id, player_id, bool_or(is_primary) as is_primary
            from base_event_defender
            group by event_no, game_id, player_id
        ) as defender
        join base_stat_event as event using (event_no)
        where event.period between 1 and 4
    ) as role
    group by game_id, player_id
),

-- The opponent who blocked an attempt: tagged so, else the first one of a blocked shot.
blocker as (
    select distinct on (event_no)
        event_no,
        game_id,
        period,
        player_id
    from (
        select
            shot.event_no,
            shot.game_id,
            shot.period,
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
blocked as (
    select game_id, player_id, count(*)::integer as blocks
    from blocker
    where player_id is not null and period between 1 and 4
    group by game_id, player_id
),

-- Plays that succeeded or not, whatever his role.
played as (
    select
        game_id,
        player_id,
        (count(*) filter (where is_won))::integer as plays_successful,
        (count(*) filter (where is_lost))::integer as plays_unsuccessful
    from (
        select
            event_no,
            player.game_id,
            player.player_id,
            bool_or(player.play_detail_successful = 's') as is_won,
            bool_or(player.play_detail_successful = 'u') as is_lost
        from base_event_player as player
        where player.play_detail_successful is not null
            and player.player_id is not null
            and event_no not in (select event_no from base_stat_event where period > 4)
        group by event_no, player.game_id, player.player_id
    ) as play
    group by game_id, player_id
),

-- A goal is charged to the primary defender of its row, of its shot if the row names no skater.
beaten as (
    select
        goal.game_id,
        coalesce(of_goal.player_id, of_shot.player_id) as player_id,
        count(*)::integer as primary_def_goals_against
    from base_goal as goal
    left join base_event_defender as of_goal
        on of_goal.event_no = goal.event_no and of_goal.is_primary
    left join base_event_defender as of_shot
        on of_shot.event_no = goal.shot_no and of_shot.is_primary
    where goal.period between 1 and 4
        and coalesce(of_goal.player_id, of_shot.player_id) is not null
    group by 1, 2
)

select *
from acted
full join defended using (game_id, player_id)
full join blocked using (game_id, player_id)
full join played using (game_id, player_id)
full join beaten using (game_id, player_id)
