-- The findings of a run, each once, in order; of a kind the first 1000, with the number of all.
-- It runs in the build schema, where the nodes of sql/findings have put them.
with
every as (
    select distinct
        severity, kind, game_id, file, sheet, "row", column_name, left(value, 100) as value, message
    from finding
),
ranked as (
    select
        *,
        row_number() over (
            partition by kind
            order by game_id nulls first, file, sheet, "row", column_name, value, message
        ) as place,
        count(*) over (partition by kind) as of_kind
    from every
)
select severity, kind, game_id, file, sheet, "row", column_name, value, message, of_kind
from ranked
where place <= 1000
order by game_id nulls first, file, sheet, "row", kind, column_name, value, message
