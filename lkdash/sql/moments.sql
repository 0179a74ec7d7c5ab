-- One row per moment or period around the recruitment campaign.
-- params: kinds (VARCHAR[])
-- reads: moments
from moments where list_contains($kinds::varchar[], kind) order by rowid;
