-- Editions whose three channels hold more cards than there are staff with a card. found: how many too many.
-- reads: cards, measures, events
select figure_id, -value as found from figures
where measure = 'cards_unattributed' and value < 0
order by figure_id;
