-- fact_team_game_stats: what a team did in a tracked game, counted from its events and shifts,
-- never by adding players: an event whose player is unknown counts.
-- doc: warehouse page 31, 1
-- grain: one row per game and team
-- key: team_game_key
-- by: game
-- order: team_game_key
with
side as (
    select game_id, 'home' as side, home_team_id as team_id, season_id from base_game
    union all
    select game_id, 'away', away_team_id, season_id from base_game
),
-- Attempts that an opponent blocked: so detailed, or tagged on a row of his.
tagged as (
    select distinct event_no
    from base_event_player
    where kind = 'opp' and 'BlockedShot' in (play_detail1, play_detail_2)
),
blocked as (
    select game_id, side, count(*)::integer as attempts
    from base_shot
    left join tagged using (event_no)
    where period between 1 and 4
        and (event_detail = 'Shot_Blocked' or tagged.event_no is not null)
    group by game_id, side
),
created as (
    select game_id, side, count(*)::integer as actions
    from base_goal_creating
    where period between 1 and 4
    group by game_id, side
),
assisted as (
    select game_id, side, count(*)::integer as assists
    from base_assist
    where period between 1 and 4
    group by game_id, side
),
counted as (
    select
        game_id,
        side,
        (count(*) filter (where is_goal))::integer as goals,
        (count(*) filter (where is_shot))::integer as shots,
        (count(*) filter (where is_sog))::integer as sog,
        (count(*) filter (where is_giveaway))::integer as giveaways,
        (count(*) filter (where is_takeaway))::integer as takeaways,
        (count(*) filter (where event_type = 'Hit'))::integer as hits,
        (count(*) filter (where is_corsi))::integer as corsi,
        (count(*) filter (where is_fenwick))::integer as fenwick,
        (count(*) filter (where is_shot_assist))::integer as shot_assists
    from base_stat_event
    where side is not null and period between 1 and 4
    group by game_id, side
),
expected as (
    select game_id, side, sum(xg order by event_no) as xg
    from base_shot
    where side is not null and period between 1 and 4
    group by game_id, side
),
played as (
    select game_id, side, whole_seconds(sum(shift_duration)) as seconds
    from base_shift_side
    where period between 1 and 4 and (skaters > 0 or not net_empty)
    group by game_id, side
),
skater as (
    select
        game_id,
        team_id,
        sum(gar_total order by player_game_key) as gar_total,
        sum(war order by player_game_key) as war,
        avg(game_score order by player_game_key) as game_score,
        avg(adjusted_rating order by player_game_key) as adjusted_rating
    from fact_player_game_stats
    group by game_id, team_id
),
team as (
    select
        side.game_id,
        side.team_id,
        side.season_id,
        coalesce(own.goals, 0) as goals,
        case when tags then coalesce(assists, 0) end as assists,
        coalesce(own.shots, 0) as shots,
        coalesce(own.sog, 0) as sog,
        coalesce(own.giveaways, 0) as giveaways,
        coalesce(own.takeaways, 0) as takeaways,
        coalesce(blocked.attempts, 0) as blocks,
        coalesce(own.hits, 0) as hits,
        case when base_recorded.shifts then coalesce(seconds, 0) end as toi_seconds,
        coalesce(own.corsi, 0) as corsi_for,
        coalesce(other.corsi, 0) as corsi_against,
        coalesce(own.fenwick, 0) as fenwick_for,
        coalesce(other.fenwick, 0) as fenwick_against,
        coalesce(other.goals, 0) as minus_total,
        coalesce(expected.xg, 0) as xg_for,
        coalesce(own.shot_assists, 0) as shot_assists,
        coalesce(created.actions, 0) as goal_creating_actions
    from side
    join base_recorded on base_recorded.game_id = side.game_id
    left join counted as own on own.game_id = side.game_id and own.side = side.side
    left join counted as other
        on other.game_id = side.game_id and other.side = other_side(side.side)
    left join expected on expected.game_id = side.game_id and expected.side = side.side
    left join blocked on blocked.game_id = side.game_id and blocked.side = other_side(side.side)
    left join created on created.game_id = side.game_id and created.side = side.side
    left join assisted on assisted.game_id = side.game_id and assisted.side = side.side
    left join played on played.game_id = side.game_id and played.side = side.side
)
select
    team.team_id || '_' || team.game_id as team_game_key,
    team.game_id,
    team.team_id,
    team.season_id,
    dim_team.team_name,
    goals,
    assists,
    goals + coalesce(assists, 0) as points,
    shots,
    sog,
    giveaways,
    takeaways,
    blocks,
    hits,
    toi_seconds,
    corsi_for,
    corsi_against,
    fenwick_for,
    fenwick_against,
    goals as plus_total,
    minus_total,
    xg_for,
    gar_total,
    war,
    shot_assists,
    goal_creating_actions,
    100 * goals::double precision / nullif(sog, 0) as shooting_pct,
    100 * corsi_for::double precision / nullif(corsi_for + corsi_against, 0) as cf_pct,
    goals - minus_total as plus_minus_total,
    game_score as avg_game_score,
    adjusted_rating as avg_adjusted_rating
from team
left join skater on skater.game_id = team.game_id and skater.team_id = team.team_id
left join dim_team on dim_team.team_id = team.team_id
where team.team_id is not null
order by team_game_key
