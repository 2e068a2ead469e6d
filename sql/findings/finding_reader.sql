-- finding_reader: what the reader itself reports of the files of this run (page 42, 7): files that
-- cannot be read, games with several workbooks, headers given twice.
-- grain: one row per finding
-- by: game
select
    finding.severity,
    finding.kind,
    game_id,
    path as file,
    sheet,
    row,
    column_name,
    value,
    message
from raw.finding as finding
join run_file using (file_id)
