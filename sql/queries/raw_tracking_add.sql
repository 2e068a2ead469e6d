-- What a tracking workbook or a save says of itself.
-- $1 file_id
-- $2 savedAt of a save, or null
-- $3 home team of a save, or null
-- $4 away team of a save, or null
-- $5 home attacks right in period 1, or null
-- $6 video second of period 1, or null
-- $7 of period 2, or null
-- $8 of period 3, or null
-- $9 of overtime, or null
insert into raw.tracking (
    file_id, saved_at, home_team, away_team, home_attacks_right_p1, video_1, video_2, video_3,
    video_ot
)
values (
    $1::bigint, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text
)
