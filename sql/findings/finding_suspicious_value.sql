-- finding_suspicious_value: values out of the ordinary (page 42, 7.3). What is ordinary depends on
-- all games, so these are told anew by every run.
-- grain: one row per finding
select
    lower(s.severity) as severity,
    'suspicious_value' as kind,
    s.game_id,
    t.file,
    null::text as sheet,
    null::integer as row,
    s.stat_name as column_name,
    number_text(s.stat_value) as value,
    'player ' || s.player_id || ': ' || s.note as message
from fact_suspicious_stats as s
inner join base_game_tracked as t on t.game_id = s.game_id
