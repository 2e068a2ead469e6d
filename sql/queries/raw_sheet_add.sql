-- A sheet of a file.
-- $1 file_id
-- $2 name of the sheet
-- $3 its header: a JSON array of texts
insert into raw.sheet (file_id, sheet, columns)
select $1::bigint, $2::text, array(select json_array_elements_text($3::json))
