-- fact_h2h__six_tables_have_the_same_pairs: its copies, fact_wowy and fact_matchup_performance have
-- its pairs and no other.
with
pair as (
    select 'fact_head_to_head' as copy, game_id, player_1_id, player_2_id from fact_head_to_head
    union all
    select 'fact_matchup_summary', game_id, player_1_id, player_2_id from fact_matchup_summary
    union all
    select 'fact_player_pair_stats', game_id, player_1_id, player_2_id from fact_player_pair_stats
    union all
    select 'fact_wowy', game_id, player_1_id, player_2_id from fact_wowy
    union all
    select 'fact_matchup_performance', game_id, player_1_id, player_2_id
    from fact_matchup_performance
),
counted as (
    select game_id, player_1_id, player_2_id, count(distinct copy) as tables
    from pair
    group by game_id, player_1_id, player_2_id
)
select game_id, player_1_id, player_2_id, tables
from fact_h2h
full join counted using (game_id, player_1_id, player_2_id)
where h2h_key is null or tables is distinct from 5
