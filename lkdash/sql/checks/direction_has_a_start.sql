-- Statements with a direction and no year that it is from, a year or a size without a direction, or a later year. found: 1 each.
-- reads: website_visits
select figure_id, 1 as found
from website_visits
where (direction is null) <> (since is null) or (direction is null and size is not null) or since >= period
order by figure_id;
