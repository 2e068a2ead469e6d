-- base_tag: the plays in which a player's own row carries a tag (page 30, 2): events with the same
-- linked_event_index are one play, an event without it is a play of its own.
-- play_no: the first event of the play that has the tag on a row of the player.
-- succeeded: one of these rows is marked successful.
-- grain: one row per play, player (or number) and tag
-- by: game
with
tagged as (
    select
        game_id,
        event_no,
        period,
        coalesce(linked_event_index::bigint, - event_no) as play_no,
        kind,
        side,
        player_id,
        case when player_id is null then jersey end as number,
        tag.code,
        play_detail_successful = 's' as succeeded
    from base_event_player
    cross join lateral (values (play_detail1), (play_detail_2)) as tag (code)
    where (play_detail1 is not null or play_detail_2 is not null)
        and tag.code is not null
)
select
    game_id,
    min(event_no) as first_event_no,
    min(period) as period,
    play_no,
    kind,
    side,
    player_id,
    code,
    coalesce(bool_or(succeeded), false) as succeeded
from tagged
group by game_id, play_no, kind, side, player_id, number, code
