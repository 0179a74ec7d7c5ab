-- One row per remark that belongs to at least one of these figures (lists of equal length).
-- params: measures (VARCHAR[]), periods (VARCHAR[]), kinds (VARCHAR[]: of the periods), statuses (VARCHAR[])
-- reads: notes
with chosen as (
    select unnest($measures::varchar[]) as measure, unnest($periods::varchar[]) as period,
        unnest($kinds::varchar[]) as kind, unnest($statuses::varchar[]) as status
)
select note_id, nl, en
from notes
semi join chosen
    on (notes.measures is null or list_contains(string_split(notes.measures, ' '), chosen.measure))
    and (notes.periods is null or list_contains(string_split(notes.periods, ' '), chosen.period))
    and (notes.period_kind is null or notes.period_kind = chosen.kind)
    and (notes.status is null or notes.status = chosen.status)
order by notes.rowid;
