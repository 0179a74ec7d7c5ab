"""The parts of the page on importing: files received and confirmed, history with undo, templates."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash.contracts import Lang, Receipt, Refusal, Status
from lkdash.formats import day, marked, number
from lkdash.importers import receive, template_csv, template_xlsx
from lkdash.store import may_change
from lkdash.texts import sentence, text
from lkdash.ui.blocks import escaped
from lkdash.ui.data import import_store
from lkdash.ui.preview import preview
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
    receipts, held = _read(files, lang, dry_run=True), store.papers()
    for receipt in receipts:
        preview(receipt, held, lang)
    good = [receipt for receipt in receipts if receipt.status == "imported"]
    if good and st.button(text("importing.confirm", lang, count=len(good)), type="primary"):
        stored = [r for r in _read(files, lang, dry_run=False) if r.status == "imported"]
        names = ", ".join(receipt.file for receipt in stored)
        st.session_state.imported = text("importing.done", lang, files=names)
        st.session_state.received += 1
        st.rerun()


def _read(files: "list[UploadedFile]", lang: Lang, *, dry_run: bool) -> list[Receipt]:
    """Each file read from a folder of its own, with progress in between."""
    progress = st.progress(0.0)
    receipts = []
    with TemporaryDirectory(prefix="lkdash-") as folder:
        for at, file in enumerate(files):
            progress.progress(at / len(files), text("importing.reading", lang, file=file.name))
            place = Path(folder) / str(at)
            with place.open("wb") as written:
                written.write(file.getbuffer())
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
    rows = [
        {
            text("column.import_id", lang): p.import_id[:12],
            text("column.file", lang): p.file,
            text("column.layout", lang): marked(p.title, Status.DEMO) if p.demo else p.title,
            text("column.rows", lang): number(p.rows_kept, "number", lang=lang),
            text("column.date", lang): day(p.imported_at[:10], lang=lang),
        }
        for p in papers
    ]
    plain_table(pd.DataFrame(rows), text("importing.history", lang))
    try:
        may_change(store.bound_to)
    except Refusal:
        return
    names = {p.import_id: f"{p.file} ({p.import_id[:12]})" for p in papers}
    chosen = st.selectbox(text("importing.which", lang), list(names), format_func=names.__getitem__)
    if st.button(text("importing.undo", lang)):
        undone = store.undo(chosen)
        st.session_state.imported = text("cli_import.undone", lang, file=undone.file)
        st.rerun()


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
