-- dim_stat__categories_exist: categories, micro statistics and composite ratings are those of
-- dim_stat, and each category has a statistic.
select 'dim_stat' as table_name, stat_code as code, category as lacks
from dim_stat
where category not in (select category_code from dim_stat_category)
union all
select 'dim_stat_category', category_code, 'a statistic'
from dim_stat_category
where category_code not in (select category from dim_stat)
union all
select 'dim_micro_stat', stat_code, stat_name
from dim_micro_stat
where (stat_code, stat_name) not in (select stat_code, stat_name from dim_stat)
union all
select 'dim_composite_rating', rating_code, rating_name
from dim_composite_rating
where (rating_code, rating_name) not in (select stat_code, stat_name from dim_stat)
