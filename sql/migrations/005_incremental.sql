-- What an incremental run needs to know of the publication before it.
alter table app.publication
    add column fingerprint text, -- of sql/, seeds and options
    add column left_out integer[] not null default '{}'; -- games

comment on column app.publication.fingerprint is
    'how the tables were made; a run with another one builds everything';

-- Steps of games that totals read beside the tables.
create schema kept;
comment on schema kept is 'by-game steps that incremental runs carry over, no tables';

-- run_input holds all files of a run; run_file those of the games that it builds.
create or replace function app.publish_files() returns void
language plpgsql
as $$
begin
    delete from app.published_file;
    insert into app.published_file (path, kind, game_id, sha256)
    select distinct on (path) path, file.kind, file.game_id, sha256
    from run_input
    join raw.file as file using (file_id, path)
    order by path, file_id desc;
end
$$;
comment on function app.publish_files is
    'notes the file versions of run_input, which the search_path finds';
