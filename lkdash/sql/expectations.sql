-- One row per result that the recruitment campaign was expected to bring.
-- reads: expectations
from expectations order by rowid;
