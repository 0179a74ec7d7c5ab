-- One row per status among the imported rows that count: final or demo.
-- reads: outcomes
select distinct status from outcomes order by status;
