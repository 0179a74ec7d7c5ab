-- Printed marks that say something else than the status: a star is an estimate, a slash is pending. found: 1 per cell.
-- reads: cards
select figure_id, 1 as found
from cards
where (printed like '%*%') <> (status = 'estimate') or (trim(printed) = '/') <> (status = 'pending')
order by figure_id;
