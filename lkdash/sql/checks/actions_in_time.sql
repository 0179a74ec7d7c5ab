-- Actions with one date of two, dates the wrong way round, or a date outside the campaign's period. found: 1 each.
-- reads: actions, moments
with campaign as (
    select string_split(period, '/')[1]::date as first, string_split(period, '/')[2]::date as last
    from moments where kind = 'campaign'
)
select action_id as figure_id, 1 as found
from actions
cross join campaign
where (starts is null) <> (ends is null) or ends < starts
    or (phase <> 'before' and (starts < first or ends > last))
order by figure_id;
