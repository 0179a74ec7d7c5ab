-- Figures that are missing by status yet have a value, or the other way round. found: 1 per figure.
-- reads: cards, website_visits, reference_figures
with everything as (
    select figure_id, status, value is null as empty from cards
    union all
    select figure_id, status, value is null from website_visits
    union all
    select figure_id, status, value is null and value_text is null from reference_figures
)
select figure_id, 1 as found
from everything
where empty <> (status in ('pending', 'suppressed', 'unavailable'))
order by figure_id;
