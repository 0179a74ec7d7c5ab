-- The rows of one import with its papers.
-- params: path, id, at, file, title (VARCHAR)
insert into outcomes by name
select *, $id as import_id, $at as imported_at, $file as file, $title as title
from read_parquet($path);
