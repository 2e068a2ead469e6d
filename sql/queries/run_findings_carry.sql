-- Adds what the publication found outside the games that this run builds; in its build schema.
-- $1 nodes of the league, which the run does not build
-- $2 nodes of single games
-- $3 ids of the games that it builds
insert into finding
select *
from kept.finding
where node = any ($1::text[])
    or node = any ($2::text[]) and game_id <> all ($3::integer[])
