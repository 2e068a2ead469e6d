-- shift_duration_id: the class of dim_shift_duration that a number of seconds belongs to.
create function shift_duration_id(seconds double precision) returns text
language sql immutable parallel safe
return case
    when seconds < 30 then 'SD01'
    when seconds < 45 then 'SD02'
    when seconds < 60 then 'SD03'
    when seconds < 90 then 'SD04'
    else 'SD05'
end
