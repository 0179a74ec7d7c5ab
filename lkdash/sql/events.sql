-- One row per event around the card.
-- reads: events
from events order by rowid;
