-- fact_rushes__have_an_outcome: every rush ends with a goal or a shot.
select rush_key, rush_outcome
from fact_rushes
where rush_outcome is null or rush_outcome not in ('goal', 'shot')
