-- unfit_cell: whether a filled cell holds no value of the type that its column has.
create function unfit_cell(type_name text, cell text) returns boolean
language sql immutable parallel safe
return cell is not null and case type_name
    when 'integer' then text_integer(cell) is null
    when 'date' then text_date(cell) is null
    when 'time' then text_time(cell) is null
    when 'boolean' then text_boolean(cell) is null
end
