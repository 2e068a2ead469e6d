-- dim_team__names_are_unique: no two teams have one name.
select team_name, count(*) as rows
from dim_team
where team_name is not null
group by team_name
having count(*) > 1
