"""The part of a page that holds a pasted sentence against the figures."""

import pandas as pd
import streamlit as st

from lkdash.answers.claims import Verdict, check_claim, headline, read_as, why
from lkdash.contracts import Lang, Table
from lkdash.stories import status_words
from lkdash.texts import text
from lkdash.ui.blocks import bullets, heading, lead, notes_and_source
from lkdash.ui.cells import escaped, long_links
from lkdash.ui.choice import current_choice
from lkdash.ui.data import warehouse
from lkdash.ui.tables import plain_table

KEY = "claimed"


def claim(lang: Lang) -> None:
    """A place to paste a sentence; below it the verdict, why, and the figures with a link to their papers."""
    heading(text("claim.title", lang))
    with st.form("claim", border=False):
        written = st.text_area(
            text("claim.label", lang), value=st.session_state.get(KEY, ""), key="claim_sentence", height=90
        )
        st.caption(escaped(text("claim.example", lang)))
        if st.form_submit_button(text("claim.button", lang), type="primary"):
            st.session_state[KEY] = written.strip()
            if not written.strip():
                st.info(text("claim.empty", lang))
    if st.session_state.get(KEY):
        _show(check_claim(st.session_state[KEY], warehouse(), lang), lang)


def _show(verdict: Verdict, lang: Lang) -> None:
    lead(headline(verdict, lang))
    bullets(
        [*why(verdict, warehouse(), lang), *verdict.differences, *read_as(verdict, lang)], current_choice()
    )
    if verdict.table is not None and len(verdict.table.rows):
        _figures(verdict, verdict.table, lang)
        notes_and_source(verdict.table, lang)


def _figures(verdict: Verdict, table: Table, lang: Lang) -> None:
    """The figures looked at: edition, value as a link to its papers, outcome, status."""
    outcomes = {one.edition: text(f"claim_outcome.{one.outcome}", lang) for one in verdict.judged}
    names = [text(f"column.{name}", lang) for name in ("period", "label", "value", "verdict", "status")]
    basis = text("claim_outcome.basis", lang)
    rows = [
        (
            str(row["period"]),
            str(row["label"]),
            str(row["text"]),
            outcomes.get(str(row["period"]), basis) if _judged(verdict, row) else basis,
            status_words(row, lang),
        )
        for row in table.records
    ]
    cells = pd.DataFrame(rows, columns=names)
    if table.rows["measure"].nunique() == 1:  # said above already, and a phone is narrow
        cells = cells.drop(columns=names[1])
    links = long_links(table.rows, {"text": names[2]}, current_choice())
    plain_table(cells, text("claim.table", lang), links)


def _judged(verdict: Verdict, row: dict[str, object]) -> bool:
    """Is the outcome about this figure: the change where there is one, else the level?"""
    return row["measure"] == verdict.measure
