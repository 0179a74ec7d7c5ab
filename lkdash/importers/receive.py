"""One received file, start to end: what it is, what it holds, and whether the store takes it."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from lkdash.contracts import Finding, Papers, Receipt, Refusal, refusal_of, refuse
from lkdash.db import QueryError, is_full, scratch
from lkdash.importers.content import content_of, refuse_unknown
from lkdash.importers.dry_run import preview, replaced
from lkdash.importers.papers import papers_of
from lkdash.importers.records import ends_open
from lkdash.importers.sheets import readable
from lkdash.importers.sniff import as_text, digest, refuse_too_large
from lkdash.store import Store

LARGE = 100_000_000  # bytes; from here a file is read while its digest is made, not after it


@dataclass(frozen=True)
class _Asked:
    """What is asked of a file: its name where it was received, the layout to take, who imports it when."""

    name: str
    only: str | None
    dry_run: bool
    by: str | None
    at: datetime | None


def receive(
    file: Path,
    store: Store,
    *,
    name: str | None = None,
    only: str | None = None,
    dry_run: bool = False,
    by: str | None = None,
    at: datetime | None = None,
) -> Receipt:
    """Import one file: imported, unchanged (the same content is there) or refused, which changes nothing.

    Refused too where the disk is full or the folder of imports cannot be written.

    name: its name where it was received. only: the layout to read it as. dry_run: all but the storing.
    """
    asked = _Asked(name or file.name, only, dry_run, by, at)
    try:
        refuse_unknown(only)
        size = _size(file)
        with ThreadPoolExecutor(1) as beside, TemporaryDirectory(prefix="lkdash-") as work:
            made = beside.submit(digest, file)
            if size < LARGE and store.has(made.result()):
                return _unchanged(store, made.result(), asked.name)
            return _read(as_text(file, Path(work))[0], store, Path(work), made, asked)
    except (Refusal, OSError) as error:
        return _refused(asked, refusal_of(error))
    except QueryError as error:
        if not is_full(error):
            raise
        return _refused(asked, refuse("no_room"))


def _refused(asked: _Asked, refusal: Refusal) -> Receipt:
    problems = tuple(readable(problem) for problem in refusal.findings)
    return Receipt(asked.name, "refused", refusal.layout, problems=problems)


def _read(text: Path, store: Store, work: Path, made: Future[str], asked: _Asked) -> Receipt:
    with closing(scratch(work)) as con:
        content = content_of(con, text, work, Path(asked.name).stem, asked.only)
        if store.has(made.result()):
            return _unchanged(store, made.result(), asked.name)
        papers = papers_of(con, content, import_id=made.result(), file=asked.name, by=asked.by, at=asked.at)
        cut = (Finding("import_note.no_line_end"),) if ends_open(text) else ()
        notes = (*cut, *content.reading.notes)
        receipt = _receipt(papers, "imported", asked.name, notes, content.reading.columns)
        if asked.dry_run:
            return replace(receipt, preview=preview(con), replaces=replaced(con, store, papers, work))
        stored = store.add(con.table("tidy").to_arrow_reader(), papers)
        return receipt if stored else replace(receipt, status="unchanged")


def _size(file: Path) -> int:
    """The bytes of a file that can be read; Refusal where there is none, or more than one import may be."""
    try:
        if file.is_dir():
            raise refuse("folder")
        with file.open("rb"):
            size = file.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("no_such_file") from None
    except OSError:
        raise refuse("no_file") from None
    refuse_too_large(size)
    return size


def _unchanged(store: Store, import_id: str, shown: str) -> Receipt:
    papers = store.find(import_id)
    return _receipt(papers, "unchanged", shown, ())


def _receipt(
    papers: Papers,
    status: str,
    shown: str,
    problems: tuple[Finding, ...],
    columns: Mapping[str, str] = MappingProxyType({}),
) -> Receipt:
    receipt = Receipt(shown, status, papers.layout, papers.rows_read, papers.rows_kept)
    return replace(
        receipt,
        rows_dropped=papers.rows_dropped,
        period=papers.period,
        totals=papers.totals,
        currency=papers.currency,
        problems=tuple(readable(problem) for problem in problems),
        import_id=papers.import_id,
        columns=dict(columns),
        title=papers.title,
        demo=papers.demo,
    )
