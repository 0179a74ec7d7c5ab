-- One row per imported count of students, enrolments, the entrance test or job seekers, as the template tells it.
-- params: demo (BOOLEAN: with example rows)
-- reads: outcomes
select metric, period_start, period_end, value, status, account as source, question as counted, file, imported_at
from current_outcomes
where platform = 'template' and ($demo or status <> 'demo')
order by metric, counted, source, period_start, period_end;
