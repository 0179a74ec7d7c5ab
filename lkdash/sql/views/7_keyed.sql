-- One row per imported metric, with what newer imports are compared by: its measure (goals are conversions) and the
-- days that it covers. Rows without a period may cover any day, and overlap with every other; of surveys, which name no
-- day where they are anonymous, those compete with each other alone, as the same survey is never both.
create view keyed_outcomes as
select *,
    coalesce(paid::varchar, '') as pays,
    case metric when 'goal_conversions' then 'conversions' else metric end as measure,
    coalesce(period_start, date '0001-01-01') as first_day,
    coalesce(period_end, case platform when 'survey' then date '0001-01-01' else date '9999-12-31' end) as last_day
from outcomes;
