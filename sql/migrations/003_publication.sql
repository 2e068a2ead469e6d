-- What is published: one row that changes with every publication, and the file
-- versions that it was made of. The tables themselves are in schema warehouse.
create schema warehouse;

create table app.publication (
    only_one boolean primary key default true check (only_one),
    data_version text not null,      -- opaque; changes with every publication
    run_id text not null,
    published_at timestamptz not null default now(),
    tables integer not null,
    rows bigint not null,
    games integer[] not null
);
comment on table app.publication is 'the publication that readers see; no row: none yet';

create table app.published_file (
    path text primary key,           -- relative to the input directory
    kind text not null,
    game_id integer,
    sha256 text not null
);
comment on table app.published_file is 'the file versions that the publication was made of';
