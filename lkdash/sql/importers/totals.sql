-- One row per metric and currency of one import, and of the template per count and period, which are never added up: its
-- sum, its largest value, its upper bound, how many rows the metric has here, and the count with its first and last day.
-- Rows that leave people open which others tell are of at most as many as their impressions or sessions.
with told as (
    select metric, currency, value, value_high, campaign as counted, period_start as first_day, period_end as last_day
    from tidy
    where platform = 'template'
    union all by name
    select metric, currency, value, value_high
    from tidy
    where platform <> 'template'
),
limits as (
    from (values ('reach', 'impressions'), ('users', 'sessions'), ('new_users', 'sessions')) as t(people, most)
    semi join tidy on tidy.metric = people
),
untold as (
    select people, sum(value) as most
    from tidy
    join limits on tidy.metric = limits.most
    where not exists (
        from tidy as other
        where other.metric = people and other.platform = tidy.platform and other.network = tidy.network
            and other.account = tidy.account and other.campaign = tidy.campaign
            and other.period_start is not distinct from tidy.period_start
            and other.period_end is not distinct from tidy.period_end
            and other.paid is not distinct from tidy.paid and other.blank is not distinct from tidy.blank
    )
    group by people
)
select
    metric, currency, sum(value), max(value), sum(coalesce(value_high, value)) + coalesce(any_value(most), 0),
    count(*) over (partition by metric), counted, first_day, last_day
from told
left join untold on people = metric
group by metric, currency, counted, first_day, last_day
order by metric, currency, counted, first_day, last_day;
