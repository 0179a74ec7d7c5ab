-- One row per edition of the card: each published measure as a figure {value, status, bias}.
create view editions as
with cells as (
    select period as edition, measure, figure(value, status, bias) as cell
    from cards
)
select
    edition,
    lag(edition) over (order by edition) as previous,
    coalesce(any_value(cell) filter (measure = 'cards_made'), no_figure()) as made,
    coalesce(any_value(cell) filter (measure = 'cards_subscription'), no_figure()) as subscription,
    coalesce(any_value(cell) filter (measure = 'cards_starters'), no_figure()) as starters,
    coalesce(any_value(cell) filter (measure = 'cards_library'), no_figure()) as library,
    coalesce(any_value(cell) filter (measure = 'staff_with_card'), no_figure()) as staff,
    coalesce(any_value(cell) filter (measure = 'share_with_card'), no_figure()) as share
from cells
group by edition;
