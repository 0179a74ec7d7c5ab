-- One row per source, in the order of the file.
-- reads: sources
from sources order by rowid;
