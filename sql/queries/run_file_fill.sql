-- The file versions that a run's tables are made of; in its build schema.
-- $1 ids of the files that were read
-- $2 ids of the games asked for, or null: all
-- $3 paths that count whatever their game is
-- $4 ids of files that count without having been read
insert into run_input (file_id, path, kind, game_id)
select file_id, path, kind, game_id
from raw.file
where file_id = any ($4::bigint[])
    or file_id = any ($1::bigint[])
    and (
        $2::integer[] is null
        or kind = 'league'
        or game_id = any ($2::integer[])
        or path = any ($3::text[])
    )
