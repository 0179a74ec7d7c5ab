-- One row per measure, in the order of the file.
-- reads: measures
from measures order by rowid;
