-- number_text: a number as the quality tables write it: whole numbers without decimals, others
-- with two (warehouse page 31, 3).
create function number_text(value double precision) returns text
language sql immutable parallel safe
return case
    when value = floor(value) then value::numeric::bigint::text
    else round(value::numeric, 2)::text
end
