-- One row per figure of another source, series by series as in the source file.
-- A series per (school) year or per year on a fixed day gets a row without a value where a year between two is missing.
-- params: series (VARCHAR[], empty = all), gaps (BOOLEAN: with those rows)
-- reads: reference_figures
with asked as (
    select *, rowid as place_in_file, try_cast(left(period, 4) as integer) as year
    from reference_figures
    where len($series::varchar[]) = 0 or list_contains($series::varchar[], series)
),
years as (
    select series, any_value(metric) as metric, any_value(period_kind) as period_kind, any_value(unit) as unit,
        any_value(label_nl) as label_nl, any_value(label_en) as label_en,
        min(place_in_file) as first_place, any_value(right(period, 6)) as fixed_day,
        unnest(generate_series(min(year), max(year))) as year
    from asked
    where $gaps and period_kind in ('school_year', 'date', 'calendar_year')
    group by series
),
gaps as (
    select years.* exclude (fixed_day), 'unavailable' as status, first_place as place_in_file,
        case period_kind when 'school_year' then years.year || '-' || (years.year + 1)
            when 'date' then years.year || fixed_day else years.year::varchar end as period
    from years
    anti join asked using (series, year)
)
select * exclude (year, place_in_file, first_place)
from (from asked union all by name from gaps)
order by min(place_in_file) over (partition by series), case when $gaps then year end, place_in_file;
