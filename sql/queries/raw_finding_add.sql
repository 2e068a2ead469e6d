-- Something that the reader reports of a file.
-- $1 file_id
-- $2 severity
-- $3 kind
-- $4 sheet, or null
-- $5 row, or null
-- $6 column, or null
-- $7 value, or null
-- $8 message
insert into raw.finding (file_id, severity, kind, sheet, row, column_name, value, message)
values (
    $1::bigint, $2::text, $3::text, $4::text, $5::integer, $6::text, left($7::text, 100), $8::text
)
