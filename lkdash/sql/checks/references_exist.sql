-- Figures, actions and other rows whose source or measure is not described. found: 1 each.
-- reads: cards, website_visits, measures, sources, actions, moments, expectations, criteria
with everything as (
    select figure_id, measure, source_id from cards
    union all
    select figure_id, measure, source_id from website_visits
    union all
    select action_id, null, source_id from actions
    union all
    select moment_id, null, source_id from moments
    union all
    select expectation_id, null, source_id from expectations
    union all
    select criterion_id, null, source_id from criteria
)
select figure_id, 1 as found
from everything
where measure not in (select measure from measures) or source_id not in (select source_id from sources)
order by figure_id;
