-- One row per imported metric that counts: what a newer import tells too is left out, and example rows never stand
-- beside real ones. Of a survey's group with fewer than five answers to a question, or fewer than five people, one row
-- without number or score, suppressed: every reader reads this view, so none can tell of such a group.
create view current_outcomes as
with real as (
    select exists (from outcomes where status <> 'demo') as present
),
small as (
    select import_id, campaign, metric, question, audience, min(answer) as lowest, true as is_small
    from outcomes
    where platform = 'survey'
    group by import_id, campaign, metric, question, audience
    having sum(value) < 5
),
counting as (
    select told.*, coalesce(is_small, false) as hidden, lowest
    from keyed_outcomes as told
    cross join real
    left join small
        on small.import_id = told.import_id and small.metric = told.metric and small.campaign = told.campaign
        and small.question is not distinct from told.question and small.audience is not distinct from told.audience
    anti join superseded as gone
        on gone.import_id = told.import_id and gone.platform = told.platform and gone.campaign = told.campaign
        and gone.account = told.account and gone.pays = told.pays
        and gone.measure = told.measure and gone.first_day = told.first_day and gone.last_day = told.last_day
    anti join superseded_whole as gone
        on gone.import_id = told.import_id and gone.platform = told.platform and gone.network = told.network
        and gone.account = told.account and gone.pays = told.pays
        and gone.measure = told.measure and gone.first_day = told.first_day and gone.last_day = told.last_day
    where status <> 'demo' or not real.present
)
select * exclude (hidden, lowest, pays, measure, first_day, last_day)
    replace (
        case when not hidden then value end as value,
        case when not hidden then answer end as answer,
        case when hidden and status <> 'demo' then 'suppressed' else status end as status
    )
from counting
where not hidden or answer is not distinct from lowest;
