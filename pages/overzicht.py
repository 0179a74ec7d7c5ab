"""Overview: one headline, four figures, two small charts, and what nobody knows."""

import streamlit as st

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import bullets, chosen, heading, key_figures, show, warehouse

choice = chosen("editions", "estimates")
lang = choice.lang
data = warehouse()

st.title(text("overview.title", lang), anchor=False)
headline, figures = stories.headline(data, choice)
st.subheader(headline, anchor=False)
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
bullets(stories.unknowns(data, choice))
