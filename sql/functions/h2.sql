-- h2: a code as the warehouse spells it (page 10, 1), before any look-up: trimmed, with _ for
-- -, / and inner blanks, and Separate for Seperate.
create function h2(code text) returns text
language sql immutable parallel safe
return replace(translate(btrim(code), '-/ ', '___'), 'Seperate', 'Separate')
