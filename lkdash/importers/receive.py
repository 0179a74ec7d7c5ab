"""One received file, start to end: what it is, what it holds, and whether the store takes it."""

import getpass
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from lkdash.contracts import NOT_ADDITIVE, Finding, Papers, Receipt, Refusal, refuse
from lkdash.contracts.outcome import AMOUNTS
from lkdash.db import Connection, QueryError, query_text, scratch
from lkdash.demo import WORD
from lkdash.importers.dry_run import preview, replaced
from lkdash.importers.exports import read_export
from lkdash.importers.layout import layouts
from lkdash.importers.reading import Reading
from lkdash.importers.recognise import head_lines, recognise
from lkdash.importers.records import ends_open
from lkdash.importers.sniff import as_text, digest, refuse_too_large
from lkdash.importers.survey_head import NAMES, survey_head
from lkdash.importers.survey_name import survey_name
from lkdash.importers.surveys import read_survey
from lkdash.importers.template import TITLE, is_template, read_template
from lkdash.store import Store

OTHERS = {**NAMES, "template": TITLE}
LARGE = 100_000_000  # bytes; from here a file is read while its digest is made, not after it


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

    name: its name where it was received. only: the layout to read it as. dry_run: all but the storing.
    """
    shown = name or file.name
    try:
        if only is not None and only not in {*layouts(), *OTHERS}:
            raise refuse("no_such_layout", layout=only, names=", ".join([*layouts(), *OTHERS]))
        size = _size(file)
        with ThreadPoolExecutor(1) as beside, TemporaryDirectory(prefix="lkdash-") as work:
            made = beside.submit(digest, file)
            if size < LARGE and store.has(made.result()):
                return _unchanged(store, made.result(), shown)
            return _read(file, store, Path(work), made, shown, only, dry_run, by, at)
    except Refusal as refusal:
        return Receipt(shown, "refused", refusal.layout, problems=refusal.findings)


def _size(file: Path) -> int:
    """The bytes of a file that can be read; Refusal where there is none, or more than one import may be."""
    try:
        with file.open("rb"):
            size = file.stat().st_size
    except FileNotFoundError:
        raise refuse("no_such_file") from None
    except (IsADirectoryError, PermissionError):
        raise refuse("no_file") from None
    refuse_too_large(size)
    return size


def _unchanged(store: Store, import_id: str, shown: str) -> Receipt:
    papers = store.find(import_id)
    return _receipt(papers, "unchanged", shown, ())


def _read(
    file: Path,
    store: Store,
    work: Path,
    made: Future[str],
    shown: str,
    only: str | None,
    dry_run: bool,
    by: str | None,
    at: datetime | None,
) -> Receipt:
    text, _ = as_text(file, work)
    con = scratch(work)
    demo = any(WORD in line for line in head_lines(text))
    try:
        layout, title, lang, reading = _content(con, text, work, Path(shown).stem, only)
        sums = con.execute(query_text("importers/totals")).fetchall()
        import_id = made.result()
        if store.has(import_id):
            return _unchanged(store, import_id, shown)
        papers = Papers(
            import_id=import_id,
            file=shown,
            layout=layout,
            title=title,
            language=lang,
            imported_at=(at or datetime.now(UTC)).isoformat(timespec="microseconds"),
            imported_by=by or _user(),
            rows_read=reading.rows_read,
            rows_kept=reading.rows_kept,
            rows_dropped=reading.rows_dropped,
            period=_period(con),
            totals=_totals(sums),
            currency=_currency(sums),
            demo=demo,
        )
        if demo:
            con.execute("update tidy set status = 'demo'")
        cut = (Finding("import_note.no_line_end"),) if ends_open(text) else ()
        receipt = _receipt(papers, "imported", shown, (*cut, *reading.notes), reading.columns)
        if dry_run:
            return replace(receipt, preview=preview(con), replaces=replaced(con, store, papers, work))
        stored = store.add(con.table("tidy").to_arrow_reader(), papers)
        return receipt if stored else replace(receipt, status="unchanged")
    finally:
        con.close()


def _content(
    con: Connection, text: Path, work: Path, stem: str, only: str | None
) -> tuple[str, str, str, Reading]:
    """Layout, its title, the language, and what was read."""
    lines = head_lines(text)
    if any("No data available" in line for line in lines[:2]):
        raise refuse("no_rows", title="Matomo")
    delimiter = is_template(lines)
    if delimiter and only in (None, "template"):
        with _named("template", TITLE):
            return "template", TITLE, "nl", read_template(con, text, delimiter)
    head = survey_head(lines)
    if head and only in (None, head.layout):
        with _named(head.layout, NAMES[head.layout]):
            return head.layout, NAMES[head.layout], "nl", read_survey(con, text, head, survey_name(stem))
    found = recognise(lines, only)
    with _named(found.layout.name, found.layout.title):
        return found.layout.name, found.layout.title, found.lang, read_export(con, text, found, work)


@contextmanager
def _named(layout: str, title: str) -> Iterator[None]:
    """A refusal tells the layout that was recognised."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(*refusal.findings, layout=layout) from refusal
    except QueryError as error:
        raise Refusal(Finding("refusal.unreadable", {"title": title}), layout=layout) from error


def _period(con: Connection) -> dict[str, str] | None:
    (row,) = con.execute("select min(period_start), max(period_end) from tidy").fetchall()
    return {"start": row[0].isoformat(), "end": row[1].isoformat()} if row[0] else None


def _currency(sums: list[tuple[Any, ...]]) -> str:
    """That of all amounts; empty where there are several, or none is named."""
    named = {currency for metric, currency, *_ in sums if metric in AMOUNTS}
    return str(named.pop() or "") if len(named) == 1 else ""


def _totals(sums: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Per metric what the file adds up to; amounts in several currencies apart, people as bounds."""
    totals: dict[str, Any] = {}
    for metric, currency, total, largest, high, currencies in sums:
        if metric in NOT_ADDITIVE:
            totals[metric] = (
                _number(largest)
                if largest == high
                else {"at_least": _number(largest), "at_most": _number(high)}
            )
        elif currencies > 1:
            totals.setdefault(metric, {})[currency or "?"] = _number(total)
        else:
            totals[metric] = _number(total)
    return totals


def _number(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


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
        problems=problems,
        import_id=papers.import_id,
        columns=dict(columns),
        title=papers.title,
        demo=papers.demo,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
