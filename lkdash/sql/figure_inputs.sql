-- One row per figure that this one is computed from (role input) or that is computed from it (role user).
-- params: figure (VARCHAR)
-- reads: cards, measures, events
with related as (
    select 'input' as role, input_id as figure_id, place as rank from figure_inputs where figure_id = $figure
    union all
    select 'user', figure_id, place from figure_inputs where input_id = $figure
)
select role, figures.* replace (figures.status::varchar as status)
from related
join figures using (figure_id)
order by role, rank, figures.period, figures.figure_id;
