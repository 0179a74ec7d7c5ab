-- One row per imported metric with the papers of its import, read from the files as they are asked for.
create view outcomes as
select imported.* exclude (filename), papers.* exclude (path)
from imported
join papers on papers.path = imported.filename
