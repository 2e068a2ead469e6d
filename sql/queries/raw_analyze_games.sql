-- Statistics of the columns that rows of games are joined by, after files were read.
analyze
    raw.file, raw.sheet, raw.events (file_id, row, sub, event_index), raw.shifts (file_id, row),
    raw.point (file_id, row, sub)
