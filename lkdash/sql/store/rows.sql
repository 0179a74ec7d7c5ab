-- One row per imported metric that counts, as it was imported, with the name of its import.
select * exclude (title), title as export
from current_outcomes
