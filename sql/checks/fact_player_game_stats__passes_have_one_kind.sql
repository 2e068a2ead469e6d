-- fact_player_game_stats__passes_have_one_kind: a pass has one kind at most, and the columns that
-- tell the same thing are equal.
select player_game_key, pass_attempts, passes_attempted, pass_completed, passes_completed
from fact_player_game_stats
where passes_forehand + passes_backhand + passes_stretch + passes_bank + passes_rim + passes_drop
        + passes_lob + passes_one_touch > pass_attempts
    or creative_passes <> passes_stretch + passes_bank + passes_lob
    or passes_attempted <> pass_attempts
    or passes_completed <> pass_completed
    or pass_completion_pct is distinct from pass_pct
    or passes_completed > passes_attempted
    or pass_type_diversity not between 0 and 6
