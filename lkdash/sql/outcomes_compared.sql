-- One row per pair of channels with clicks and impressions: do their click rates differ (Newcombe, 95 %)?
-- params: first (DATE), last (DATE), demo (BOOLEAN)
-- reads: outcomes
with channels as (
    select
        platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as titles,
        sum(value) filter (metric = 'shown_of_clicked') as shown,
        sum(value) filter (metric = 'clicked_of_shown') as clicked
    from outcomes_by_day
    where metric in ('shown_of_clicked', 'clicked_of_shown')
        and ($demo or status <> 'demo')
        and ($first::date is null or period_start >= $first::date)
        and ($last::date is null or period_end <= $last::date)
    group by platform, network, paid
    having shown > 0 and clicked is not null and clicked <= shown
),
ranked as (
    select *, row_number() over (order by shown desc, platform, network, paid) as rank from channels
)
select
    greatest(one.status, other.status) as status,
    array_to_string(list_sort(list_distinct([one.titles, other.titles])), ', ') as titles,
    one.platform as platform_one, one.network as network_one, one.paid as paid_one,
    other.platform as platform_other, other.network as network_other, other.paid as paid_other,
    one.clicked / one.shown - other.clicked / other.shown as difference,
    newcombe(one.clicked, one.shown, other.clicked, other.shown).low as low,
    newcombe(one.clicked, one.shown, other.clicked, other.shown).high as high
from ranked as one
join ranked as other on one.rank < other.rank
order by one.rank, other.rank;
