-- One row per figure on the card, published and computed.
-- reads: cards, measures, events
select
    figure_id, measure, period, period_kind, unit, decimals, signed, value,
    status::varchar as status, bias, origin, printed, place_nl, place_en, source_id,
    label_nl, label_en, definition_nl, definition_en, formula_nl, formula_en
from figures
order by origin desc, period, measure;
