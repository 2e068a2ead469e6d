-- fact_player_game_stats__totals_are_their_parts: columns that are sums or differences of others.
select player_game_key, part.name, part.value, part.computed
from fact_player_game_stats
cross join lateral (values
    ('assists', assists, primary_assists + secondary_assists),
    ('fo_total', fo_total, fo_wins + fo_losses),
    ('turnover_diff', turnover_diff, takeaways - giveaways),
    ('bad_turnover_diff', bad_turnover_diff, takeaways - bad_giveaways),
    ('def_involvement', def_involvement, primary_def_events + support_def_events),
    ('plus_minus_ev', plus_minus_ev, plus_ev - minus_ev),
    ('plus_minus_total', plus_minus_total, plus_total - minus_total),
    ('drives_total', drives_total, drives_middle + drives_wide + drives_corner),
    ('puck_battles_total', puck_battles_total, loose_puck_wins + puck_recoveries),
    (
        'pass_type_diversity',
        pass_type_diversity,
        (passes_forehand > 0)::integer + (passes_backhand > 0)::integer
            + (passes_stretch > 0)::integer + (passes_bank > 0)::integer
            + (passes_rim > 0)::integer + (passes_drop > 0)::integer
    )
) as part (name, value, computed)
where part.value is distinct from part.computed
