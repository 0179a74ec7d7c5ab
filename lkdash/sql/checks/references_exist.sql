-- Figures whose source or measure is not described. found: 1 per figure.
-- reads: cards, website_visits, measures, sources
with everything as (
    select figure_id, measure, source_id from cards
    union all
    select figure_id, measure, source_id from website_visits
)
select figure_id, 1 as found
from everything
where measure not in (select measure from measures) or source_id not in (select source_id from sources)
order by figure_id;
