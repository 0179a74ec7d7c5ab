-- One row per edition, measure and kind of change: against the edition of the year before, where that exists.
create view changes_on_year as
with cells as (
    select period as edition, measure, unit, figure(value, status, bias) as cell
    from cards
),
pairs as (
    select this.edition, this.measure, this.unit, this.cell as now, before.cell as then_
    from cells as this
    join cells as before
        on before.measure = this.measure
        and try_cast(before.edition as integer) = try_cast(this.edition as integer) - 1
)
select
    edition as period,
    'change_' || measure as measure,
    'calendar_year' as period_kind,
    case when unit = 'share' then points(now, then_) else minus(now, then_) end as cell
from pairs
union all by name
select
    edition as period,
    'growth_' || measure as measure,
    'calendar_year' as period_kind,
    ratio(minus(now, then_), then_) as cell
from pairs
where unit <> 'share';
