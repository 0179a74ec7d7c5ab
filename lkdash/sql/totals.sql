-- One row per figure summed over counted editions: the final ones, then, where estimates are wanted, with those.
-- params: measures (VARCHAR[]), estimates (BOOLEAN)
-- reads: cards, measures, events
select
    figure_id, measure, period, period_kind, unit, decimals, signed, value,
    status::varchar as status, bias, origin, printed, place_nl, place_en, source_id,
    label_nl, label_en, definition_nl, definition_en, formula_nl, formula_en
from figures
where period_kind = 'interval'
    and list_contains($measures::varchar[], measure)
    and ($estimates or period not in (
        select period from figures where period_kind = 'interval' and status = 'estimate'
    ))
order by figures.status, list_position($measures::varchar[], measure);
