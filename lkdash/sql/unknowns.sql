-- One row per question that no source answers.
-- reads: unknowns
from unknowns order by rowid;
