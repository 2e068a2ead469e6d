-- dim_shift_stop_type__mirrors_exist: the mirror of every word has a row, and mirroring twice
-- gives the word.
select shift_stop_type_name, mirror
from dim_shift_stop_type
cross join lateral mirrored_stop_word(shift_stop_type_name, true) as mirror
where mirrored_stop_word(mirror, true) is distinct from shift_stop_type_name
    or mirror not in (select shift_stop_type_name from dim_shift_stop_type)
