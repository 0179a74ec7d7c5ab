"""Sources and quality: every figure with its papers, the checks, the words, what changed."""

import streamlit as st

from lkdash import measures
from lkdash.texts import text
from lkdash.ui import calm, chosen, heading, quality, warehouse

PUBLISHED = ("figure_id", "label", "text", "status", "printed", "place")
COMPUTED = ("figure_id", "label", "text", "status", "formula")

lang = st.session_state.lang
data = warehouse()

st.title(text("quality.title", lang), anchor=False)
with calm():
    chosen()

heading(text("quality.checks", lang))
with calm():
    quality.show_checks(data, lang)
heading(text("quality.published", lang))
with calm():
    table = measures.every_figure(data, lang, origin="published")
    quality.show_figures(table, lang, *PUBLISHED, title="quality.published")
with calm():
    visits = measures.website_visits(data, lang)
    quality.show_figures(visits, lang, *PUBLISHED, title="coverage.visits")
with st.expander(text("quality.computed", lang)), calm():
    table = measures.every_figure(data, lang, origin="computed")
    quality.show_figures(table, lang, *COMPUTED, title="quality.computed")

for name, part in {
    "references": quality.show_references,
    "sources": quality.show_sources,
    "datasets": quality.show_datasets,
    "glossary": quality.show_glossary,
    "changes": quality.show_changes,
}.items():
    heading(text(f"quality.{name}", lang))
    with calm():
        part(data, lang)

heading(text("quality.accessibility", lang))
st.write(text("quality.accessibility_text", lang))
