-- Editions missing between the first and the last. found: the year.
-- reads: cards
with years as (select distinct try_cast(period as integer) as year from cards),
bounds as (select min(year) as first, max(year) as last from years)
select 'LK-' || year as figure_id, year as found
from (select unnest(range(first, last)) as year from bounds)
anti join years using (year)
order by figure_id;
