-- One row per action of the recruitment campaign: by kind of channel, dated ones first, the end last.
-- reads: actions
select *, starts is not null as dated
from actions
order by min(rowid) over (partition by kind), phase = 'end', starts nulls last, rowid;
