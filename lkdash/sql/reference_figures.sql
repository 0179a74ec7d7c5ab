-- One row per figure of another source, series by series; `gap` rows do not exist here: a chart shows only what was published.
-- params: series (VARCHAR[], empty = all)
-- reads: reference_figures
from reference_figures
where len($series::varchar[]) = 0 or list_contains($series::varchar[], series)
order by rowid;
