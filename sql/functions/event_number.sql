-- event_number: window aggregate over the rows of a game in the order of the sheet: which event
-- a row belongs to (page 10, 3.1). Its result is {number of the event, its index, type, detail}.
-- begins: the row starts an event whatever stood above. Otherwise a typed row starts one if
-- its index, type or detail differs from the current event's, a type or detail only if both are
-- known; any other row joins the current event and fills in what that lacks.
create function event_number_step(
    current_event text[], begins boolean, typed boolean, index text, type text, detail text
) returns text[]
language plpgsql immutable parallel safe
as $$
begin
    if current_event is null then
        return array['1', index, type, detail];
    end if;
    if begins or typed and (
        index <> current_event[2]
        or coalesce(type <> current_event[3], false)
        or coalesce(detail <> current_event[4], false)
    ) then
        return array[(current_event[1]::integer + 1)::text, index, type, detail];
    end if;
    if current_event[3] is null and type is not null
        or current_event[4] is null and detail is not null then
        current_event[3] := coalesce(current_event[3], type);
        current_event[4] := coalesce(current_event[4], detail);
    end if;
    return current_event;
end
$$;

create aggregate event_number(boolean, boolean, text, text, text) (
    sfunc = event_number_step,
    stype = text[]
)
