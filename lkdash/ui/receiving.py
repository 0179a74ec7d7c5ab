"""Files dropped on the page: what each is, held on disk until they are confirmed or taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from lkdash import measures
from lkdash.contracts import Finding, Lang, Papers, Receipt, Refusal, Table
from lkdash.importers import receive
from lkdash.store import Held, may_change, place_of
from lkdash.texts import sentence, text
from lkdash.ui.blocks import escaped, heading
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
    _say_what_became()
    files = st.file_uploader(
        text("importing.drop", lang),
        accept_multiple_files=True,
        key=f"received_{st.session_state.setdefault('received', 0)}",
    )
    _hold(files)
    if not files:
        return
    heading(text("importing.received", lang))
    st.caption(text("importing.until_confirmed", lang))
    receipts = _looked_at(files, lang)
    for at, receipt in enumerate(receipts):
        preview(receipt, store.papers(), receipts[:at], lang)
    count = len({receipt.import_id for receipt in receipts if receipt.status == "imported"})
    confirm = "importing.confirm" if count > 1 else "importing.confirm_one"
    if count and st.button(text(confirm, lang, count=count), type="primary", key="confirm"):
        _keep([f for f, receipt in zip(files, receipts, strict=True) if receipt.status == "imported"], lang)


def _keep(files: "list[UploadedFile]", lang: Lang) -> None:
    """Store these files, let go of all that was dropped, and begin anew with what became of them."""
    receipts = [_read(file, lang, dry_run=False) for file in files]
    names = ", ".join(receipt.file for receipt in receipts if receipt.status == "imported")
    refused = [receipt for receipt in receipts if receipt.status == "refused"]
    problems = [f"{receipt.file}: {sentence(p, lang)}" for receipt in refused for p in receipt.problems]
    none_new = "" if problems else text("importing.none_new", lang)
    _hold([])
    st.session_state.imported = (text("importing.done", lang, files=names) if names else none_new, problems)
    st.session_state.received += 1
    st.rerun()


def _say_what_became() -> None:
    """Once, what the last confirmation or undoing did."""
    done, problems = st.session_state.pop("imported", ("", []))
    if done:
        st.success(escaped(done))
    if problems:
        st.error("  \n".join(escaped(problem) for problem in problems))


def _hold(files: "list[UploadedFile]") -> None:
    """These files stay on disk as long as this session holds them; others go."""
    held: dict[str, Held] = st.session_state.get("held", {})
    st.session_state.held = {f.file_id: held.pop(f.file_id, None) or Held(f.getvalue()) for f in files}
    for gone in held.values():
        gone.let_go()


def _looked_at(files: "list[UploadedFile]", lang: Lang) -> list[Receipt]:
    """What each file holds, read once as long as the store does not change. A refused file goes at once."""
    found, known = import_store().fingerprint(), st.session_state.get("looked_at", {})
    progress = st.progress(0.0) if len(files) > 1 else None
    looked_at: dict[str, tuple[tuple[str, ...], Receipt]] = {}
    for at, file in enumerate(files):
        if progress:
            progress.progress(at / len(files), text("importing.done_of", lang, done=at, count=len(files)))
        before, receipt = known.get(file.file_id, ((), None))
        if receipt is None or (before != found and receipt.status != "refused"):
            receipt = _read(file, lang, dry_run=True)
        if receipt.status == "refused":
            st.session_state.held[file.file_id].let_go()
        looked_at[file.file_id] = (found, receipt)
    if progress:
        progress.empty()
    st.session_state.looked_at = looked_at
    return [receipt for _, receipt in looked_at.values()]


def received_figure(figure_id: str, lang: Lang) -> Table:
    """A total of a file that was received, kept or not, by its id; no row for any other id."""
    looked_at = [receipt for _, receipt in st.session_state.get("looked_at", {}).values()]
    nothing = measures.file_totals(Receipt("", ""), lang)
    received: list[Receipt | Papers] = [*import_store().papers(), *looked_at]
    tables = (measures.file_totals(one, lang) for one in received)
    found = next((table for table in tables if figure_id in set(table.rows["figure_id"])), nothing)
    return replace(found, rows=found.rows[found.rows["figure_id"] == figure_id].reset_index(drop=True))


def _read(file: "UploadedFile", lang: Lang, *, dry_run: bool) -> Receipt:
    """One file read or kept, with a sign that turns meanwhile."""
    name = Path(file.name).name
    with (
        st.spinner(text("importing.reading" if dry_run else "importing.keeping", lang, file=escaped(name))),
        _on_disk(file.getvalue()) as place,
    ):
        if not place.exists():
            return Receipt(name, "refused", problems=(Finding("refusal.no_longer_here"),))
        return receive(place, import_store(), name=name, dry_run=dry_run)


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
