-- One row per computed figure and figure that its formula rests on, in the formula's order.
-- From `inputs` of dataset measures; a sum over editions rests on the same measure of each of them.
create view figure_inputs as
with named as (
    select
        figure_id, period,
        string_split(case when formula_nl is null then measure || '@each' else inputs end, ' ') as names
    from figures
    join (select measure, inputs from measures) as described using (measure)
    where origin = 'computed'
),
listed as (
    select figure_id, period, names, unnest(generate_series(1, len(names))) as place
    from named
),
parts as (
    select figure_id, period, place,
        string_split(names[place], '@')[1] as measure,
        string_split(names[place], '@')[2] as which
    from listed
),
baseline as (
    select edition from editions
    where (staff).status = 'final' and edition not in (select period from events where kind = 'disruption')
)
select parts.figure_id, parts.place, inputs.figure_id as input_id
from parts
join figures as inputs
    on inputs.measure = parts.measure
    and case
        when which is null then inputs.period = parts.period
        when inputs.period_kind <> 'calendar_year' then false
        when which = 'previous' then try_cast(inputs.period as integer) = try_cast(parts.period as integer) - 1
        when which = 'before' then inputs.period < parts.period and inputs.period in (from baseline)
        when contains(parts.period, '+') then list_contains(string_split(parts.period, '+'), inputs.period)
        else inputs.period between string_split(parts.period, '-')[1] and string_split(parts.period, '-')[2]
    end;
