-- dim_stat__names_are_unique: no two statistics have one name.
select stat_name, count(*) as rows
from dim_stat
group by stat_name
having count(*) > 1
