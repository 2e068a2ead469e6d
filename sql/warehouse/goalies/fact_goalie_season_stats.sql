-- fact_goalie_season_stats: the tracked games of a goalie in a season, by game type and in all:
-- counts summed, ratings averaged over the games, shares from the sums.
-- doc: warehouse page 31, 2
-- grain: one row per goalie, season and game type
-- key: goalie_season_key
with
played as (
    select game.*, of.game_type as group_type
    from base_goalie_played as game
    cross join lateral (values (game.game_type), ('All')) as of (game_type)
    where season_id is not null
),
team as (
    select distinct on (player_id, season_id, group_type)
        player_id,
        season_id,
        group_type,
        team_id,
        team_name
    from (
        select
            player_id, season_id, group_type, team_id, max(team_name) as team_name,
            count(*) as games, max(place) as place
        from played
        group by player_id, season_id, group_type, team_id
    ) as counted
    order by player_id, season_id, group_type, games desc, place desc
),
total as (
    select
        player_id,
        season_id,
        group_type,
        max(season) as season,
        max(player_name) as player_name,
        count(*)::integer as games,
        sum(saves)::integer as saves,
        sum(goals_against)::integer as goals_against,
        sum(shots_against)::integer as shots_against,
        sum(saves_butterfly)::integer as saves_butterfly,
        sum(saves_pad)::integer as saves_pad,
        sum(saves_glove)::integer as saves_glove,
        sum(saves_blocker)::integer as saves_blocker,
        sum(saves_chest)::integer as saves_chest,
        sum(saves_stick)::integer as saves_stick,
        sum(saves_scramble)::integer as saves_scramble,
        sum(hd_shots_against)::integer as hd_shots_against,
        sum(hd_goals_against)::integer as hd_goals_against,
        sum(hd_saves)::integer as hd_saves,
        sum(saves_freeze)::integer as saves_freeze,
        sum(saves_rebound)::integer as saves_rebound,
        sum(rebounds_team_recovered)::integer as rebounds_team_recovered,
        sum(rebounds_opp_recovered)::integer as rebounds_opp_recovered,
        sum(rebounds_shot_generated)::integer as rebounds_shot_generated,
        sum(rebounds_flurry_generated)::integer as rebounds_flurry_generated,
        sum(p1_saves)::integer as p1_saves,
        sum(p1_goals_against)::integer as p1_goals_against,
        sum(p2_saves)::integer as p2_saves,
        sum(p2_goals_against)::integer as p2_goals_against,
        sum(p3_saves)::integer as p3_saves,
        sum(p3_goals_against)::integer as p3_goals_against,
        sum(early_period_saves)::integer as early_period_saves,
        sum(mid_period_saves)::integer as mid_period_saves,
        sum(late_period_saves)::integer as late_period_saves,
        sum(final_minute_saves)::integer as final_minute_saves,
        sum(early_period_ga)::integer as early_period_ga,
        sum(mid_period_ga)::integer as mid_period_ga,
        sum(late_period_ga)::integer as late_period_ga,
        sum(final_minute_ga)::integer as final_minute_ga,
        sum(rush_saves)::integer as rush_saves,
        sum(quick_attack_saves)::integer as quick_attack_saves,
        sum(set_play_saves)::integer as set_play_saves,
        sum(rush_goals_against)::integer as rush_goals_against,
        sum(quick_attack_ga)::integer as quick_attack_ga,
        sum(set_play_ga)::integer as set_play_ga,
        sum(single_shot_saves)::integer as single_shot_saves,
        sum(multi_shot_saves)::integer as multi_shot_saves,
        sum(sustained_pressure_saves)::integer as sustained_pressure_saves,
        sum(glove_side_saves)::integer as glove_side_saves,
        sum(blocker_side_saves)::integer as blocker_side_saves,
        sum(five_hole_saves)::integer as five_hole_saves,
        sum(rapid_fire_saves)::integer as rapid_fire_saves,
        sum(is_quality_start)::integer as is_quality_start,
        sum(is_bad_start)::integer as is_bad_start,
        avg(goalie_war order by place) as goalie_war,
        avg(goalie_game_score order by place) as goalie_game_score,
        avg(overall_game_rating order by place) as overall_game_rating,
        avg(clutch_rating order by place) as clutch_rating,
        avg(pressure_rating order by place) as pressure_rating,
        avg(rebound_rating order by place) as rebound_rating,
        sum(seconds) as seconds,
        count(*) filter (where is_starter) as starts,
        sum(goalie_war order by place) as season_war
    from played
    group by player_id, season_id, group_type
)
select
    player_id || '_' || season_id || '_' || group_type as goalie_season_key,
    player_id,
    season_id,
    season,
    group_type as game_type,
    player_name,
    team_name,
    team_id,
    games as games_played,
    saves,
    goals_against,
    shots_against,
    saves_butterfly,
    saves_pad,
    saves_glove,
    saves_blocker,
    saves_chest,
    saves_stick,
    saves_scramble,
    hd_shots_against,
    hd_goals_against,
    hd_saves,
    saves_freeze,
    saves_rebound,
    rebounds_team_recovered,
    rebounds_opp_recovered,
    rebounds_shot_generated,
    rebounds_flurry_generated,
    p1_saves,
    p1_goals_against,
    p2_saves,
    p2_goals_against,
    p3_saves,
    p3_goals_against,
    early_period_saves,
    mid_period_saves,
    late_period_saves,
    final_minute_saves,
    early_period_ga,
    mid_period_ga,
    late_period_ga,
    final_minute_ga,
    rush_saves,
    quick_attack_saves,
    set_play_saves,
    rush_goals_against,
    quick_attack_ga,
    set_play_ga,
    single_shot_saves,
    multi_shot_saves,
    sustained_pressure_saves,
    glove_side_saves,
    blocker_side_saves,
    five_hole_saves,
    rapid_fire_saves,
    is_quality_start,
    is_bad_start,
    goalie_war,
    goalie_game_score,
    overall_game_rating,
    clutch_rating,
    pressure_rating,
    rebound_rating,
    100 * saves::double precision / nullif(shots_against, 0) as save_pct,
    3600 * goals_against / nullif(seconds, 0) as gaa,
    100 * hd_saves::double precision / nullif(hd_shots_against, 0) as hd_save_pct,
    saves::double precision / games as saves_per_game,
    shots_against::double precision / games as shots_against_per_game,
    100 * rebounds_team_recovered::double precision / nullif(
        rebounds_team_recovered + rebounds_opp_recovered + rebounds_shot_generated
        + rebounds_flurry_generated, 0
    ) as rebound_control_rate,
    100 * rush_saves::double precision / nullif(rush_saves + rush_goals_against, 0)
        as rush_sv_pct,
    100 * set_play_saves::double precision / nullif(set_play_saves + set_play_ga, 0)
        as set_play_sv_pct,
    100 * is_quality_start::double precision / nullif(starts, 0) as quality_start_pct,
    season_war,
    started_at as _export_timestamp
from total
join team using (player_id, season_id, group_type)
cross join run_parameter
order by goalie_season_key
