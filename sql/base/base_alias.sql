-- base_alias: old words and the codes that stand for them (page 10, 3.4; page 21, 5).
-- grain: one row per dimension and old word
select
    dimension,
    old_value,
    new_value,
    match_type
from dim_terminology_mapping
