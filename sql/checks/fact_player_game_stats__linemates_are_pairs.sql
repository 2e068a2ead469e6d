-- fact_player_game_stats__linemates_are_pairs: nobody was on the ice with a skater longer than his
-- top line-mate, who shares it with him as fact_player_pair_stats says; the defender beside him was
-- there no longer than any mate can.
with
pair as (
    select game_id, player_1_id as player_id, player_2_id as mate_id, toi_together
    from fact_player_pair_stats
    union all
    select game_id, player_2_id, player_1_id, toi_together
    from fact_player_pair_stats
),
longest as (
    select
        game_id,
        player_id,
        (array_agg(mate_id order by toi_together desc, mate_id))[1] as mate_id,
        max(toi_together) as toi_together,
        count(*) as mates
    from pair
    group by game_id, player_id
)
select
    player_game_key, unique_linemates, mates, top_linemate_player_id, mate_id,
    top_linemate_toi_together, toi_together, d_partner_toi_together
from fact_player_game_stats
left join longest using (game_id, player_id)
where unique_linemates <> coalesce(mates, 0)
    or top_linemate_player_id is distinct from mate_id
    or top_linemate_toi_together is distinct from floor(toi_together + 0.5)
    or top_linemate_toi_together > toi_seconds
    or d_partner_toi_together > top_linemate_toi_together
    or (d_partner_player_id is null) <> (d_partner_toi_together is null)
    or (line_consistency_pct is null) <> (unique_linemates < 2)
    or line_consistency_pct > 100 * toi_together / toi_seconds
