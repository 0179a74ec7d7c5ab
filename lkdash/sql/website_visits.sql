-- One row per published statement on visits to the card's website, with the words of its measure.
-- reads: website_visits, measures
select website_visits.* rename (place as place_nl), measures.decimals, measures.signed, 'published' as origin,
    measures.label_nl, measures.label_en, measures.definition_nl, measures.definition_en,
    null::varchar as formula_nl, null::varchar as formula_en
from website_visits
join measures using (measure)
order by website_visits.rowid;
