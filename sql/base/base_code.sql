-- base_code: every code typed for an event or a play, and the code of the warehouse that it
-- stands for (page 10, 1 and 3.4): h2, the look-up in the dimension exactly or else by the only
-- code that is equal but for case, then the alias table. code is NULL for a detail that says
-- nothing. known: the dimension has the code.
-- grain: one row per dimension and typed text
-- by: game
-- analyze: yes
with
dimension_code as (
    select 'event_type' as dimension, event_type_code as code from dim_event_type
    union all
    select 'event_detail', event_detail_code from dim_event_detail
    union all
    select 'event_detail_2', event_detail_2_code from dim_event_detail_2
    union all
    select 'play_detail', play_detail_code from dim_play_detail
    union all
    select 'play_detail_2', play_detail_2_code from dim_play_detail_2
),
any_case as (
    select dimension, lower(code) as lower_code, min(code) as code
    from dimension_code
    group by dimension, lower(code)
    having count(distinct code) = 1
),
part_alias as (
    select dimension, old_value, new_value from base_alias where match_type = 'contains'
),
alias as (
    select dimension, old_value, new_value from base_alias where match_type = 'exact'
),
-- few rows of events name a play
play as materialized (
    select play_detail1, play_detail_2
    from base_event_row
    where play_detail1 is not null or play_detail_2 is not null
    group by play_detail1, play_detail_2
),
typed as (
    select 'event_type' as dimension, type_typed as typed from base_typed
    union
    select 'event_detail', detail_typed from base_typed
    union
    select 'event_detail_2', detail_2_typed from base_typed
    union
    select 'play_detail', play_detail1 from play
    union
    select 'play_detail_2', play_detail_2 from play
),
spelled as materialized (
    select
        dimension,
        typed,
        replace(dimension, 'play_detail_2', 'play_detail') as alias_dimension,
        h2(case
            when dimension like 'play%' and typed ~ '^(Offensive|Defensive|Recovery).*-'
            then regexp_replace(typed, '^.*-', '')
            else typed
        end) as code
    from typed
    where typed is not null
),
replaced as materialized (
    select
        spelled.dimension,
        typed,
        alias_dimension,
        coalesce(replace(code, old_value, new_value), code) as code
    from spelled
    left join part_alias on part_alias.dimension = alias_dimension
),
looked_up as materialized (
    select
        replaced.dimension,
        typed,
        alias_dimension,
        coalesce(dimension_code.code, any_case.code, replaced.code) as code
    from replaced
    left join dimension_code using (dimension, code)
    left join any_case
        on any_case.dimension = replaced.dimension and lower_code = lower(replaced.code)
),
renamed as (
    select
        looked_up.dimension,
        typed,
        case when old_value is null then code else new_value end as code
    from looked_up
    left join alias on alias.dimension = alias_dimension and old_value = code
)
select
    renamed.dimension,
    typed,
    renamed.code,
    renamed.code is null or dimension_code.code is not null as known
from renamed
left join dimension_code using (dimension, code)
