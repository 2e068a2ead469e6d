-- What differs from the publication: whether the way the tables are made or the league workbook
-- does, and the games of which a file is new, has changed or is gone, or that are left out or asked
-- for now and were not, or the other way round. replaced: those of these games that may have rows;
-- one with files that were too few to be built has a status. No row: nothing is published.
-- $1 fingerprint of this run
-- $2 ids of the games that it leaves out
-- $3 ids of the games that it was asked for, or null: all
with
now as (
    select path, input.kind, input.game_id, sha256
    from run_input as input
    join raw.file as file using (file_id, path)
),
changed as (
    select
        coalesce(now.kind, before.kind) = 'league' as is_league,
        now.game_id as game_now,
        before.game_id as game_before
    from now
    full join app.published_file as before using (path)
    where now.sha256 is distinct from before.sha256
        or now.game_id is distinct from before.game_id
),
game as (
    select game_now as game_id from changed
    union
    select game_before from changed
    union
    (
        select unnest(coalesce($3::integer[], '{}'))
        except
        select unnest(asked) from app.publication
    )
    union
    (
        select unnest(asked) from app.publication
        except
        select unnest(coalesce($3::integer[], '{}'))
    )
    union
    (
        select unnest($2::integer[])
        except
        select unnest(left_out) from app.publication
    )
    union
    (
        select unnest(left_out) from app.publication
        except
        select unnest($2::integer[])
    )
)
select
    data_version,
    fingerprint is not distinct from $1::text as same_way,
    coalesce((select bool_or(is_league) from changed), false) as league_changed,
    (
        select coalesce(array_agg(game_id order by game_id), '{}')::text
        from game
        where game_id is not null
    ) as games,
    (
        select coalesce(array_agg(game_id order by game_id), '{}')::text
        from game
        where game_id = any (publication.games)
            or game_id in (select game_id from app.published_file)
    ) as replaced,
    publication.games::text as published
from app.publication
