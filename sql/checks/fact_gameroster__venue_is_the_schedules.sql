-- fact_gameroster__venue_is_the_schedules: a row is at home exactly if its team is the home team
-- of the schedule, away likewise.
select game_id, player_id, team_id, team_venue, venue_id
from fact_gameroster
left join dim_schedule using (game_id)
left join dim_venue using (venue_id)
where team_venue is distinct from
    case team_id when home_team_id then 'home' when away_team_id then 'away' end
    or team_venue is distinct from venue_code
