-- One row per edition: is its pick-up counted, and how firmly (status of the staff with a card).
-- reads: cards
select edition, (staff).status::varchar as status, (staff).value is not null as counted
from editions
order by edition;
