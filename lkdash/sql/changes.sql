-- One row per change in the figures, newest first.
-- reads: changes
from changes order by date desc, rowid;
