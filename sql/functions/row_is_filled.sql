-- row_is_filled: whether a raw row, as json, holds anything besides where it stands.
create function row_is_filled(raw_row jsonb) returns boolean
language sql immutable parallel safe
return jsonb_strip_nulls(raw_row) - array['file_id', 'row'] <> '{}'::jsonb
