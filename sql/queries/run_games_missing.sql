-- A game that was asked for, and has neither a workbook nor a save.
-- $1 ids of the games asked for
-- $2 ids of the games left out
select game_id
from unnest($1::integer[]) with ordinality as asked (game_id, place)
where game_id <> all ($2::integer[])
    and not exists (
        select
        from run_file
        where run_file.game_id = asked.game_id and kind in ('tracking', 'save')
    )
order by place
limit 1
