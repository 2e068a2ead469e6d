-- fact_player_game_stats__tiers_add_up: a skater's ice time and the goals on the ice are those of
-- the four tiers of opponents, when every shift of his has one; never more.
with
untiered as (
    select distinct game_id, player_id
    from fact_shift_players
    where competition_tier_id is null and position <> 'G' and period <= 4
),
tiers as (
    select
        stats.*,
        vs_elite_toi + vs_good_toi + vs_avg_toi + vs_weak_toi as toi_of_tiers,
        vs_elite_gf + vs_good_gf + vs_avg_gf + vs_weak_gf as gf_of_tiers,
        vs_elite_ga + vs_good_ga + vs_avg_ga + vs_weak_ga as ga_of_tiers,
        untiered.player_id is null as is_whole
    from fact_player_game_stats as stats
    left join untiered using (game_id, player_id)
)
select
    player_game_key, toi_seconds, toi_of_tiers, plus_total, gf_of_tiers, minus_total, ga_of_tiers
from tiers
where toi_of_tiers > toi_seconds
    or gf_of_tiers > plus_total
    or ga_of_tiers > minus_total
    or is_whole and (
        toi_of_tiers <> toi_seconds or gf_of_tiers <> plus_total or ga_of_tiers <> minus_total
    )
