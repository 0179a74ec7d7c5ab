-- Editions with more staff holding a card than cards made. found: how many too many.
-- reads: cards, measures, events
select figure_id, -value as found from figures
where measure = 'cards_not_in_possession' and value < 0
order by figure_id;
