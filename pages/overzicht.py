"""Overview: one headline, four figures, two small charts, and what nobody knows."""

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import bullets, heading, key_figures, lead, opening, show, warehouse

choice = opening("overview.title", "editions", "estimates")
lang = choice.lang
data = warehouse()

headline, figures = stories.headline(data, choice)
lead(headline, choice)
key_figures(figures, choice)

coverage = measures.coverage(data, choice)
show(
    text("overview.coverage", lang),
    stories.by_period(coverage, "share_with_card", lang),
    coverage,
    choice,
    charts.bars(coverage.rows, height=280),
)
made = measures.made_and_staff(data, choice)
show(
    text("overview.made", lang),
    " ".join(stories.trend(made, name, lang) for name in ("cards_made", "staff_with_card")),
    made,
    choice,
    charts.grouped(made.rows, height=320),
)
heading(text("overview.unknown", lang))
bullets(stories.unknowns(data, choice), choice)
