-- What an incremental run needs to publish games in place: how each table and its file stand, and
-- what was found in the games that it does not build.
create table app.published_table (
    name text primary key,
    rows bigint not null,
    bytes bigint not null            -- of its CSV file
);
comment on table app.published_table is 'the tables of the publication and the size of their files';
