-- Cells that are not in the table: each edition has each measure that a source prints. found: 1 per cell.
-- reads: cards, measures
select 'LK-' || period || '-' || code as figure_id, 1 as found
from (select distinct period from cards)
cross join (select measure, code from measures where printed_column is not null)
anti join cards using (period, measure)
order by figure_id;
