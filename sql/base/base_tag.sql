-- base_tag: the plays in which a player's own row carries a tag (page 30, 2): events with the same
-- linked_event_index are one play, an event without it is a play of its own.
-- play_no: the first event of the play that has the tag on a row of the player.
-- succeeded: one of these rows is marked successful.
-- grain: one row per play, player (or number) and tag
-- by: game
with
tagged as (
    select
        event.game_id,
        event.event_no,
        event.period,
        event.linked_event_index,
        player.kind,
        player.side,
        player.player_id,
        coalesce(player.player_id, player.side || ' ' || player.jersey) as who,
        tag.code,
        player.play_detail_successful = 's' as succeeded
    from base_event_player as player
    join base_event_flag as event using (event_no)
    cross join lateral (values (player.play_detail1), (player.play_detail_2)) as tag (code)
    where (player.play_detail1 is not null or player.play_detail_2 is not null)
        and tag.code is not null
)
select
    game_id,
    min(event_no) as first_event_no,
    min(period) as period,
    coalesce(linked_event_index::bigint, - min(event_no)) as play_no,
    kind,
    side,
    player_id,
    code,
    coalesce(bool_or(succeeded), false) as succeeded
from tagged
group by
    game_id, linked_event_index, case when linked_event_index is null then event_no end,
    kind, side, player_id, who, code
