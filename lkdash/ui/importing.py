"""The parts of the page on importing: files received and confirmed, history with undo, templates."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import Lang, Papers, Receipt, Refusal, Status, Table
from lkdash.formats import day, marked, number
from lkdash.importers import receive, template_csv, template_xlsx
from lkdash.store import may_change
from lkdash.texts import export_words, sentence, text
from lkdash.ui.blocks import escaped
from lkdash.ui.data import import_store, warehouse
from lkdash.ui.preview import preview, totals_table
from lkdash.ui.tables import plain_table

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def received(lang: Lang) -> None:
    """Files dropped: what each is, its totals, its problems; nothing is stored before the confirmation."""
    store = import_store()
    try:
        may_change(store.bound_to)
    except Refusal as refusal:
        st.warning(escaped(sentence(refusal.findings[0], lang)))
        return
    said = st.session_state.pop("imported", None)
    if said:
        st.success(escaped(said))
    files = st.file_uploader(
        text("importing.drop", lang),
        accept_multiple_files=True,
        key=f"received_{st.session_state.setdefault('received', 0)}",
    )
    if not files:
        return
    receipts, held = _looked_at(files, lang), store.papers()
    for receipt in receipts:
        preview(receipt, held, lang)
    good = [receipt for receipt in receipts if receipt.status == "imported"]
    confirm = "importing.confirm" if len(good) > 1 else "importing.confirm_one"
    if good and st.button(text(confirm, lang, count=len(good)), type="primary"):
        stored = [r for r in _read(files, lang, dry_run=False) if r.status == "imported"]
        names = ", ".join(receipt.file for receipt in stored)
        st.session_state.imported = text("importing.done", lang, files=names)
        st.session_state.received += 1
        st.rerun()


def _looked_at(files: "list[UploadedFile]", lang: Lang) -> list[Receipt]:
    """What each file holds, read once as long as neither the files nor the store change."""
    asked = (tuple(file.file_id for file in files), import_store().fingerprint())
    if st.session_state.get("looked_at", (None,))[0] != asked:
        st.session_state.looked_at = (asked, _read(files, lang, dry_run=True))
    receipts: list[Receipt] = st.session_state.looked_at[1]
    return receipts


def received_figure(figure_id: str, lang: Lang) -> Table:
    """A total of a file that was received, kept or not, by its id; no row for any other id."""
    looked_at: list[Receipt] = st.session_state.get("looked_at", (None, []))[1]
    nothing = measures.file_totals(Receipt("", ""), lang)
    received: list[Receipt | Papers] = [*import_store().papers(), *looked_at]
    tables = (measures.file_totals(one, lang) for one in received)
    found = next((table for table in tables if figure_id in set(table.rows["figure_id"])), nothing)
    return replace(found, rows=found.rows[found.rows["figure_id"] == figure_id].reset_index(drop=True))


def _read(files: "list[UploadedFile]", lang: Lang, *, dry_run: bool) -> list[Receipt]:
    """Each file read from a folder of its own: a sign that turns meanwhile, and how many are done."""
    progress = st.progress(0.0)
    receipts = []
    with TemporaryDirectory(prefix="lkdash-") as folder:
        for at, file in enumerate(files):
            progress.progress(at / len(files), text("importing.done_of", lang, done=at, count=len(files)))
            place = Path(folder) / str(at)
            with place.open("wb") as written:
                written.write(file.getbuffer())
            with st.spinner(text("importing.reading", lang, file=escaped(file.name))):
                receipts.append(receive(place, import_store(), name=Path(file.name).name, dry_run=dry_run))
    progress.empty()
    return receipts


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
    if st.button(text("importing.undo", lang)):
        undone = store.undo(chosen)
        st.session_state.imported = text("cli_import.undone", lang, file=undone.file)
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
    """The template for enrolments and the entrance test, in two kinds of file."""
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
