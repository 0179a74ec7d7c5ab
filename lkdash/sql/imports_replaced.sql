-- One row per import of which newer imports tell some figures too: `gone` where none of its own counts any more.
-- reads: outcomes
select import_id, import_id not in (select import_id from current_outcomes) as gone
from (
    select import_id from superseded
    union
    select import_id from superseded_whole
)
order by import_id;
