-- two_digits: a number in at least two digits.
create function two_digits(number integer) returns text
language sql immutable parallel safe
return case when number < 10 then '0' else '' end || number::text
