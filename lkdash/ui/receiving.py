"""Files dropped on the page: what each is, held on disk until they are confirmed or taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from lkdash import measures
from lkdash.contracts import Lang, Papers, Receipt, Refusal, Table
from lkdash.importers import receive
from lkdash.store import Held, may_change, place_of
from lkdash.texts import sentence, text
from lkdash.ui.blocks import escaped
from lkdash.ui.data import import_store
from lkdash.ui.preview import preview

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
    _hold(files)
    if not files:
        return
    receipts, papers = _looked_at(files, lang), store.papers()
    for receipt in receipts:
        preview(receipt, papers, lang)
    good = [receipt for receipt in receipts if receipt.status == "imported"]
    confirm = "importing.confirm" if len(good) > 1 else "importing.confirm_one"
    if good and st.button(text(confirm, lang, count=len(good)), type="primary"):
        stored = [r for r in _read(files, lang, dry_run=False) if r.status == "imported"]
        names = ", ".join(receipt.file for receipt in stored)
        _hold([])
        st.session_state.imported = text("importing.done", lang, files=names)
        st.session_state.received += 1
        st.rerun()


def _hold(files: "list[UploadedFile]") -> None:
    """These files stay on disk as long as this session holds them; others go."""
    held: dict[str, Held] = st.session_state.get("held", {})
    st.session_state.held = {f.file_id: held.pop(f.file_id, None) or Held(f.getvalue()) for f in files}
    for gone in held.values():
        gone.let_go()


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
    """Each file read: a sign that turns meanwhile, and how many are done."""
    progress = st.progress(0.0)
    receipts = []
    for at, file in enumerate(files):
        progress.progress(at / len(files), text("importing.done_of", lang, done=at, count=len(files)))
        reading = text("importing.reading", lang, file=escaped(file.name))
        with st.spinner(reading), _on_disk(file.getvalue()) as place:
            receipts.append(receive(place, import_store(), name=Path(file.name).name, dry_run=dry_run))
    progress.empty()
    return receipts


@contextmanager
def _on_disk(content: bytes) -> Iterator[Path]:
    """Where a dropped file lies: as its ticket says, or written down here where a server gives none."""
    if (place := place_of(content)) is not None:
        yield place
        return
    with TemporaryDirectory(prefix="lkdash-") as folder:
        place = Path(folder) / "received"
        place.write_bytes(content)
        yield place
