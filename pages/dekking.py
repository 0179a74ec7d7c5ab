"""Coverage: who holds a card, how the published share compares with the numbers, and the disrupted year."""

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import bullets, calm, heading, opening, references, show, warehouse

choice = opening("coverage.title", "editions", "estimates")
lang = choice.lang
data = warehouse()

coverage = measures.coverage(data, choice)
summary = stories.by_period(coverage, "share_with_card", lang)
chart = charts.bars(coverage.rows)
show(text("coverage.share", lang), summary, coverage, choice, chart)

made = measures.made_and_staff(data, choice)
summary = " ".join(stories.trend(made, name, lang) for name in ("cards_made", "staff_with_card"))
show(text("coverage.made", lang), summary, made, choice, charts.grouped(made.rows))

compared = measures.shares_compared(data, choice)
found = measures.share_verdicts(data)
summary = stories.verdicts(compared, found, lang)
badges = {edition: text(f"verdict.{verdict}", lang) for edition, verdict in found.items()}
show(text("coverage.compared", lang), summary, compared, choice, verdicts=badges)

disruption = measures.disruption(data, choice)
summary = stories.disruption(disruption, measures.dated_events(data, lang), lang)
show(text("coverage.disruption", lang), summary, disruption, choice)

change = measures.change_on_year(data, choice)
show(text("coverage.change", lang), text("coverage.change_summary", lang), change, choice)
growth = measures.growth_on_year(data, choice)
show(text("coverage.growth", lang), text("coverage.growth_summary", lang), growth, choice)
totals = measures.totals(data, choice)
show(text("coverage.totals", lang), stories.by_period(totals, "share_total", lang), totals, choice)

with calm():
    visits = measures.website_visits(data, lang)
    show(text("coverage.visits", lang), stories.visits(visits, lang), visits, choice)
with calm():
    heading(text("coverage.events", lang))
    bullets([f"{e['when']}: {e['text']}" for e in measures.dated_events(data, lang).to_dict("records")])
with calm():
    references(choice)
