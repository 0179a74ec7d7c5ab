-- Criteria that name an expectation or a reference series that is not there. found: how many.
-- reads: criteria, expectations, reference_figures
with named as (
    select criterion_id, unnest(string_split(expectations, ' ')) as name, 'expectation' as kind from criteria
    union all
    select criterion_id, unnest(string_split(series, ' ')), 'series' from criteria where series is not null
)
select criterion_id as figure_id, count(*) as found
from named
where (kind = 'expectation' and name not in (select expectation_id from expectations))
    or (kind = 'series' and name not in (select series from reference_figures))
group by criterion_id
order by figure_id;
