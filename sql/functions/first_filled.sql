-- first_filled: aggregate, the first value that is not NULL, in the order of its input.
create function first_filled_step(kept text, cell text) returns text
language plpgsql immutable strict parallel safe
as $$
begin
    return kept;
end
$$;

create aggregate first_filled(text) (
    sfunc = first_filled_step,
    stype = text
)
