-- base_player_rating: how good those around a player were in a game (page 20, 4): mean ratings of
-- his side with and without himself and of the opponents, weighted by seconds. Goalies too: who
-- stood in net is looked at with all his shifts, of all others base_player_ice has the sums.
-- grain: one row per game and player with a shift of periods 1 to 4
-- by: game
with
netted as (
    select distinct player_no
    from base_player_slot
    where slot = 'G' and period <= 4
),
-- Products are added in the order of time.
shift as (
    select
        player_no,
        player_id,
        s.game_id,
        s.shift_duration,
        team_avg_rating,
        qot_rating,
        opp_avg_rating
    from base_lineup_player as p
    join netted using (player_no)
    join base_shift_side as s using (side_no)
    where s.period <= 4
    order by player_no, slot_no
)
select
    min(game_id) as game_id,
    min(player_id) as player_id,
    sum(team_avg_rating * shift_duration)
        / nullif(sum(shift_duration) filter (where team_avg_rating is not null), 0)
        as avg_team_rating,
    sum(qot_rating * shift_duration)
        / nullif(sum(shift_duration) filter (where qot_rating is not null), 0)
        as avg_mate_rating,
    sum(opp_avg_rating * shift_duration)
        / nullif(sum(shift_duration) filter (where opp_avg_rating is not null), 0)
        as avg_opp_rating,
    count(*)::integer as shifts
from shift
group by player_no
union all
select
    game_id,
    player_id,
    team_avg_rating_sum / nullif(team_avg_rating_seconds, 0),
    qot_rating_sum / nullif(qot_rating_seconds, 0),
    opp_avg_rating_sum / nullif(opp_avg_rating_seconds, 0),
    shifts
from base_player_ice
where player_no not in (select player_no from netted)
