-- One row per criterion for evaluating the recruitment campaign.
-- reads: criteria
from criteria order by rowid;
