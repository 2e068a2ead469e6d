-- dim_rink_zone: rectangles of a rink of 200 × 85 ft: coarse, medium and fine zones and a grid.
-- Origin in a corner, attack towards x = 200.
-- grain: one row per rectangle
-- key: rink_zone_id
with
coarse as (
    select
        1 as part,
        n,
        'CZ0' || n as rink_zone_id,
        code as zone_code,
        initcap(code) || ' Zone' as zone_name,
        'coarse' as granularity,
        x_min,
        x_max,
        0::double precision as y_min,
        85::double precision as y_max,
        upper(left(code, 1)) as zone,
        case code when 'offensive' then 'medium' else 'low' end as danger,
        'both' as side,
        x_description,
        'full width' as y_description
    from (values
        (1, 'offensive', 125, 200, 'past blue line'),
        (2, 'neutral', 75, 125, 'between blue lines'),
        (3, 'defensive', 0, 75, 'behind blue line')
    ) as a (n, code, x_min, x_max, x_description)
),
medium as (
    select
        2 as part,
        n,
        'MZ0' || n as rink_zone_id,
        length.code || '_' || width.side as zone_code,
        upper(length.code) || ' ' || initcap(width.side) as zone_name,
        'medium' as granularity,
        x_min,
        x_max,
        y_min::double precision,
        y_max::double precision,
        upper(left(length.code, 1)) as zone,
        case when n = 2 then 'medium' else 'low' end as danger,
        width.side,
        null as x_description,
        null as y_description
    from (values (0, 'oz', 125, 200), (3, 'nz', 75, 125), (6, 'dz', 0, 75))
        as length (before, code, x_min, x_max)
    cross join (values (1, 'left', 0, 28.3), (2, 'center', 28.3, 56.7), (3, 'right', 56.7, 85))
        as width (place, side, y_min, y_max)
    cross join lateral (select before + place as n) as numbered
),
fine as (
    select
        3 as part,
        n,
        'FZ_' || id as rink_zone_id,
        code as zone_code,
        initcap(replace(replace(code, 'med_', 'medium_'), '_', ' ')) as zone_name,
        'fine' as granularity,
        x_min,
        x_max,
        y_min::double precision,
        y_max::double precision,
        'O' as zone,
        danger,
        side,
        x_description,
        y_description
    from (values
        (1, 'HD01', 'high_danger_slot', 180, 189, 32, 53, 'high', 'center',
            'inner slot', 'between posts'),
        (2, 'MD01', 'med_danger_left', 169, 180, 22, 32, 'medium', 'left', 'slot', 'left side'),
        (3, 'MD02', 'med_danger_center', 169, 180, 32, 53, 'medium', 'center', 'slot', 'center'),
        (4, 'MD03', 'med_danger_right', 169, 180, 53, 63, 'medium', 'right', 'slot', 'right side'),
        (5, 'LD01', 'low_danger_left_circle', 150, 175, 0, 22, 'low', 'left', 'circle', 'boards'),
        (6, 'LD02', 'low_danger_right_circle', 150, 175, 63, 85, 'low', 'right',
            'circle', 'boards'),
        (7, 'LD03', 'low_danger_point_left', 125, 150, 0, 30, 'low', 'left', 'point', 'boards'),
        (8, 'LD04', 'low_danger_point_center', 125, 150, 30, 55, 'low', 'center',
            'point', 'center'),
        (9, 'LD05', 'low_danger_point_right', 125, 150, 55, 85, 'low', 'right', 'point', 'boards')
    ) as a (
        n, id, code, x_min, x_max, y_min, y_max, danger, side, x_description, y_description
    )
),
grid as (
    select
        4 as part,
        n,
        'GZ' || lpad(n::text, 3, '0') as rink_zone_id,
        'grid_' || x || '_' || y as zone_code,
        'Grid (' || x || ',' || y || ')' as zone_name,
        'grid' as granularity,
        x as x_min,
        x_max,
        y::double precision as y_min,
        y_max::double precision,
        zone,
        case
            when zone <> 'O' then 'none'
            when x >= 180 and y between 32 and 53 then 'high'
            when x >= 169 and y between 22 and 63 then 'medium'
            else 'low'
        end as danger,
        case when y_max <= 35 then 'left' when y >= 50 then 'right' else 'center' end as side,
        x || '-' || x_max || 'ft' as x_description,
        y || '-' || y_max || 'ft' as y_description
    from generate_series(0, 190, 10) as x
    cross join generate_series(0, 80, 10) as y
    cross join lateral (
        select
            x / 10 * 9 + y / 10 + 1 as n,
            x + 10 as x_max,
            least(y + 10, 85) as y_max,
            case when x >= 125 then 'O' when x >= 75 then 'N' else 'D' end as zone
    ) as cell
),
zones as (
    select * from coarse
    union all
    select * from medium
    union all
    select * from fine
    union all
    select * from grid
)
select
    rink_zone_id,
    zone_code,
    zone_name,
    granularity,
    x_min,
    x_max,
    y_min,
    y_max,
    zone,
    danger,
    side,
    x_description,
    y_description
from zones
order by part, n
