-- One row per known error in a source.
-- reads: deviations
from deviations order by rowid;
