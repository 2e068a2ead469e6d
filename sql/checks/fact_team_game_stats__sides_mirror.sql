-- fact_team_game_stats__sides_mirror: a tracked game has two rows, and what one team has for, the
-- other has against.
select
    game_id,
    count(*) as teams,
    sum(corsi_for - corsi_against) as corsi,
    sum(fenwick_for - fenwick_against) as fenwick,
    sum(plus_total - minus_total) as goals
from fact_team_game_stats
group by game_id
having count(*) <> 2
    or min(corsi_for) <> min(corsi_against)
    or max(corsi_for) <> max(corsi_against)
    or min(fenwick_for) <> min(fenwick_against)
    or max(fenwick_for) <> max(fenwick_against)
    or min(plus_total) <> min(minus_total)
    or max(plus_total) <> max(minus_total)
    or min(corsi_for - corsi_against) <> - max(corsi_for - corsi_against)
    or min(fenwick_for - fenwick_against) <> - max(fenwick_for - fenwick_against)
    or min(plus_total - minus_total) <> - max(plus_total - minus_total)
