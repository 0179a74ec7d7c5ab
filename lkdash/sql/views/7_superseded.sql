-- One row per account, campaign, measure and period of an import that no longer counts, as a newer import tells it too;
-- superseded_at: when the newest of those was imported. However a campaign is split (by network, ad group), its newest
-- rows stand for all. Of periods that share a day but are not the same the older goes as a whole, with all its measures:
-- which part of it is the newer one's, nobody can say, and measures over other days would not belong together. An account that one of the two does not name may be the same. Surveys of one name are the same one
-- where they share a question. Days are compared apart from longer periods, as equal ones are found much sooner.
create view superseded as
with contested as (
    select platform, campaign from outcomes group by all having min(import_id) < max(import_id)
),
asked as (
    select import_id, list(distinct question) as questions from outcomes
    where platform = 'survey' and question is not null
    group by import_id
),
spans as materialized (
    select distinct import_id, imported_at, status, platform, account, campaign, pays,
        measure, first_day, last_day, questions
    from keyed_outcomes
    semi join contested using (platform, campaign)
    left join asked using (import_id)
),
days as (from spans where first_day = last_day),
longer as (from spans where first_day < last_day),
pairs as (
    select older, newer
    from days as older
    join days as newer using (platform, campaign, measure, pays, status, first_day)
    where newer.import_id <> older.import_id
    union all
    select older, newer
    from longer as older
    join spans as newer using (platform, campaign, measure, pays, status)
    where newer.first_day <= older.last_day and newer.last_day >= older.first_day
    union all
    select older, newer
    from days as older
    join longer as newer using (platform, campaign, measure, pays, status)
    where newer.first_day <= older.last_day and newer.last_day >= older.first_day
),
gone as materialized (
    select older.import_id, older.platform, older.account, older.campaign, older.pays, older.measure, older.first_day,
        older.last_day, max(newer.imported_at) as superseded_at,
        bool_or(newer.first_day <> older.first_day or newer.last_day <> older.last_day) as as_a_whole
    from pairs
    where (newer.imported_at, newer.import_id) > (older.imported_at, older.import_id)
        and (newer.account = older.account or newer.account = '' or older.account = '')
        and list_has_any(newer.questions, older.questions) is not false
    group by all
)
select * exclude (as_a_whole) from gone
union all by name
select import_id, platform, account, campaign, pays, spans.measure, first_day, last_day, max(superseded_at) as superseded_at
from spans
join (select * exclude (measure) from gone where as_a_whole) as other
    using (import_id, platform, account, campaign, pays, first_day, last_day)
anti join gone using (import_id, platform, account, campaign, pays, measure, first_day, last_day)
group by all;
