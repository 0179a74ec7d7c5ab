-- One row per action of the recruitment campaign: by kind of channel, dated ones first.
-- reads: actions
select *, starts is not null as dated
from actions
order by min(rowid) over (partition by kind), starts nulls last, rowid;
