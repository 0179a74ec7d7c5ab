-- One row per source that these datasets of words name.
-- params: datasets (VARCHAR[])
-- reads: actions, expectations, criteria, moments
with named as (
    select 'actions' as dataset, source_id from actions
    union all
    select 'expectations', source_id from expectations
    union all
    select 'criteria', source_id from criteria
    union all
    select 'moments', source_id from moments
)
select distinct source_id from named
where source_id is not null and list_contains($datasets::varchar[], dataset)
order by source_id;
