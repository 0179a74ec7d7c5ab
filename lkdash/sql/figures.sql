-- One row per figure: chosen measures of chosen periods, in the measures' given order within a period.
-- params: measures (VARCHAR[]), periods (VARCHAR[], empty = every single edition), estimates (BOOLEAN)
-- reads: cards, measures, events
select
    figure_id, measure, period, period_kind, unit, decimals, signed,
    case when $estimates or status <> 'estimate' then value end as value,
    status::varchar as status, bias, origin, printed, place_nl, place_en, source_id,
    label_nl, label_en, definition_nl, definition_en, formula_nl, formula_en
from figures
where list_contains($measures::varchar[], measure)
    and (list_contains($periods::varchar[], period)
        or len($periods::varchar[]) = 0 and period_kind = 'calendar_year')
order by period, list_position($measures::varchar[], measure);
