-- One row per figure, published or computed, with its papers: what every page, chart and file reads.
-- `origin` is published or computed; a computed figure carries its formula instead of a printed text.
create view figures as
with computed_cells as (
    from computed
    union all by name
    from changes_on_year
    union all by name
    from totals
    union all by name
    from disruptions
),
published as (
    select figure_id, measure, period, period_kind, value, status::status as status, bias,
        printed, place as place_nl, place_en, source_id, decimals as printed_decimals, 'published' as origin
    from cards
),
derived as (
    select
        'LK-' || period || '-' || code as figure_id,
        measure, period, period_kind,
        cell.value as value, cell.status as status, cell.bias as bias,
        (
            select string_agg(distinct source_id, ' ' order by source_id)
            from cards
            where cards.period = computed_cells.period or computed_cells.period_kind = 'interval'
        ) as source_id,
        'computed' as origin
    from computed_cells
    join measures using (measure)
)
select
    all_figures.* exclude (printed_decimals),
    measures.unit,
    case when origin = 'published' and measures.unit = 'share' then printed_decimals else measures.decimals end as decimals,
    measures.signed,
    measures.label_nl, measures.label_en,
    measures.definition_nl, measures.definition_en,
    case when origin = 'computed' then measures.formula_nl end as formula_nl,
    case when origin = 'computed' then measures.formula_en end as formula_en
from (from published union all by name from derived) as all_figures
join measures using (measure);
