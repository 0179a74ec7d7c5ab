-- One row per imported metric, with what newer imports are compared by: its measure (goals are conversions) and the
-- days that it covers. Rows without a period share a day of their own and so compete with each other alone.
create view keyed_outcomes as
select *,
    coalesce(paid::varchar, '') as pays,
    case metric when 'goal_conversions' then 'conversions' else metric end as measure,
    coalesce(period_start, date '0001-01-01') as first_day, coalesce(period_end, date '0001-01-01') as last_day
from outcomes;
