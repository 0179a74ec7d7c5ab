-- One row per status among the imported rows that count: final or demo.
-- reads: outcomes
select distinct status from current_outcomes order by status;
