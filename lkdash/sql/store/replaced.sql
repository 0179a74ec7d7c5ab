-- One row per import of which rows no longer count since another was imported.
-- params: at (VARCHAR: when that other was)
select import_id from superseded where superseded_at = $at
union
select import_id from superseded_whole where superseded_at = $at
order by import_id
