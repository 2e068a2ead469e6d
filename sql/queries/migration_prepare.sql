-- Where the applied migrations are noted; a database without it gets it.
do $$
begin
    create schema if not exists app;
    create table if not exists app.migration (
        name text primary key,
        applied_at timestamptz not null default now()
    );
end
$$
