-- The papers of one import.
-- params: path, id, at, file, title (VARCHAR)
insert into papers values ($path, $id, $at, $file, $title)
