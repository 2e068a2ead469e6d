-- time_bucket_id: the part of the game of a clock (remaining seconds) in a period of a length
-- in seconds. Overtime is one part, so are the last two minutes of a period.
create function time_bucket_id(
    period integer, clock double precision, period_length double precision
) returns text
language sql immutable parallel safe
return case
    when period > 3 then 'TB06'
    when clock < 120 then 'TB05'
    when period_length - clock < 300 then 'TB01'
    when period_length - clock < 600 then 'TB02'
    when period_length - clock < 900 then 'TB03'
    when period_length - clock >= 900 then 'TB04'
end
