-- event_start: window aggregate over rows of an events sheet in their order: the row at which the
-- event of a row starts (page 10, 3.1). Its result is {that row, its index, type, detail}.
-- begins: the row starts an event whatever stood above. Otherwise a typed row starts one if
-- its index, type or detail differs from the current event's, a type or detail only if both are
-- known; any other row joins the current event and fills in what that lacks.
create function event_start_step(
    current_event text[], begins boolean, typed boolean, row_number integer, index integer,
    type text, detail text
) returns text[]
language plpgsql immutable parallel safe
as $$
begin
    if current_event is null or begins or typed and (
        index::text <> current_event[2]
        or coalesce(type <> current_event[3], false)
        or coalesce(detail <> current_event[4], false)
    ) then
        return array[row_number::text, index::text, type, detail];
    end if;
    current_event[3] := coalesce(current_event[3], type);
    current_event[4] := coalesce(current_event[4], detail);
    return current_event;
end
$$;

create aggregate event_start(boolean, boolean, integer, integer, text, text) (
    sfunc = event_start_step,
    stype = text[]
)
