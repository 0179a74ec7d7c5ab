"""What was imported, with the way back, and the templates to fill in."""

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import Lang, Papers, Refusal, Status
from lkdash.formats import day, marked, number
from lkdash.importers import template_csv, template_xlsx
from lkdash.store import may_change
from lkdash.texts import export_words, text
from lkdash.ui.data import import_store, warehouse
from lkdash.ui.errors import refusing
from lkdash.ui.preview import totals_table
from lkdash.ui.tables import plain_table


def history(lang: Lang) -> None:
    """Every import, newest first, and the way back for one."""
    store = import_store()
    papers = store.papers()
    if not papers:
        st.info(text("cli_import.none", lang))
        return
    replaced = measures.imports_replaced(warehouse())
    rows = [
        {
            text("column.import_id", lang): p.import_id[:12],
            text("column.file", lang): p.file,
            text("column.layout", lang): _layout(p, lang),
            text("column.rows", lang): number(p.rows_kept, "number", lang=lang),
            text("column.date", lang): day(p.imported_at[:10], lang=lang),
            text("column.counts", lang): text(f"counts.{_counts(p, papers, replaced)}", lang),
        }
        for p in papers
    ]
    plain_table(pd.DataFrame(rows), text("importing.history", lang))
    known = {p.import_id: p for p in papers}
    chosen = st.selectbox(
        text("importing.which", lang), list(known), format_func=lambda name: _named(known[name])
    )
    totals_table(known[chosen], lang)
    try:
        may_change(store.bound_to)
    except Refusal:
        return
    if st.button(text("importing.undo", lang), key=f"undo_{chosen}"):  # of no other, where this one is gone
        with refusing(lang):
            undone = store.undo(chosen)
            st.session_state.imported = (text("cli_import.undone", lang, file=undone.file), [])
            st.rerun()


def _layout(papers: Papers, lang: Lang) -> str:
    """The kind of export, with the mark of made-up figures."""
    named = export_words(papers.title, lang)
    return marked(named, Status.DEMO) if papers.demo else named


def _counts(own: Papers, papers: list[Papers], replaced: dict[str, str]) -> str:
    """How far the figures of an import still count: a key of the texts."""
    retired = own.demo and not all(other.demo for other in papers)
    return "retired" if retired else replaced.get(own.import_id, "all")


def _named(papers: Papers) -> str:
    return f"{papers.file} ({papers.import_id[:12]})"


def templates(lang: Lang) -> None:
    """The template for counts of who starts training, in two kinds of file."""
    st.write(text("importing.template_text", lang))
    with st.container(horizontal=True):
        st.download_button(
            text("importing.template_csv", lang),
            template_csv(),
            "lkdash-sjabloon.csv",
            "text/csv",
            on_click="ignore",
        )
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        st.download_button(
            text("importing.template_xlsx", lang),
            template_xlsx,
            "lkdash-sjabloon.xlsx",
            kind,
            on_click="ignore",
        )
