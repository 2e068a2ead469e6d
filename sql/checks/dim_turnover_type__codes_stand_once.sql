-- dim_turnover_type__codes_stand_once: a quality is a code of its dimension, and no second detail
-- belongs to two types.
with
old_code as (
    select turnover_type_code, quality, btrim(code) as code
    from dim_turnover_type
    left join unnest(string_to_array(old_equiv, ',')) as code on true
)
select turnover_type_code, quality, code
from old_code
where quality not in (select turnover_quality_code from dim_turnover_quality)
    or code in (select code from old_code where code is not null group by code having count(*) > 1)
