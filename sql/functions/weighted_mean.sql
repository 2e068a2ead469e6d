-- weighted_mean: the mean of the parts that are known; a NULL part drops out and the other weights
-- are scaled to 1 (page 31, 2). NULL if all are.
create function weighted_mean(parts double precision[], weights double precision[])
returns double precision
language sql immutable parallel safe
return (
    select sum(part * weight order by place) / sum(weight order by place)
    from unnest(parts, weights) with ordinality as given (part, weight, place)
    where part is not null
)
