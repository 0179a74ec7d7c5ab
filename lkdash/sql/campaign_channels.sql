-- One row per channel of the yearly information campaign.
-- reads: campaign_channels
from campaign_channels order by rowid;
