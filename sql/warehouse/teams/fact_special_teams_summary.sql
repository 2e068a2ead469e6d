-- fact_special_teams_summary: attempts of a team's tracked games while it had a power play or
-- killed a penalty.
-- doc: warehouse page 31, 1
-- grain: one row per team
-- key: special_teams_key
with
total as (
    select
        team_id,
        count(*)::integer as games_played,
        sum(corsi_for)::integer as corsi_for,
        sum(corsi_against)::integer as corsi_against,
        sum(xg_for order by game_id) as xg_for
    from base_special_team
    group by team_id
)
select
    'ST' || team_id as special_teams_key,
    team_id,
    games_played,
    corsi_for as total_corsi_for,
    corsi_against as total_corsi_against,
    100 * corsi_for::double precision / nullif(corsi_for + corsi_against, 0) as total_cf_pct,
    xg_for as total_xg_for
from total
order by special_teams_key
