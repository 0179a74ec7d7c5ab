-- One row per import: where its file lies, and what its rows carry along.
create table papers (path varchar, import_id varchar, imported_at varchar, file varchar, title varchar)
