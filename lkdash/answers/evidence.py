"""The evidence for an answer, and its proof against the data.

One zip with the answer, its tables, the SQL that made them, the checks' outcome and a list of SHA-256 sums.
The proof makes it anew from its own plan.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date

from lkdash.answers.draft import Draft, draft
from lkdash.answers.frozen import Frozen, changes_since, frozen, thawed
from lkdash.answers.plan import Plan
from lkdash.checks import run_checks
from lkdash.contracts import Asked, Finding, Lang, Refusal
from lkdash.db import Warehouse, query_text
from lkdash.db.queries import query_names
from lkdash.exports import Kind, colophon, write_document, write_table
from lkdash.exports.catalogue import TABLES
from lkdash.texts import sentence, text

SUMS = "SHA256SUMS"
RECORD = "antwoord.json"
LARGEST = 64 * 1024 * 1024  # bytes; what claims to unpack to more is not ours


def evidence(warehouse: Warehouse, plan: Plan, made_on: date) -> bytes:
    """The zip for this plan; the same plan, day and data give the same bytes. Refusal as for `draft`."""
    return zipped(dict(_parts(warehouse, plan, made_on)))


def _parts(warehouse: Warehouse, plan: Plan, made_on: date) -> Iterator[tuple[str, bytes]]:
    made = draft(warehouse, plan, made_on)
    yield "antwoord.docx", write_document(made.document, Kind.DOCX)
    yield RECORD, frozen(warehouse, plan, made_on, made)
    for name in made.tables:
        yield f"tabellen/{name}.csv", _table(name, made, plan)
    yield from _queries(made)
    yield "controles.txt", _checks(warehouse, plan.choice.lang)


def _table(name: str, made: Draft, plan: Plan) -> bytes:
    about, title = made.document.colophon, text(TABLES[name].title, plan.choice.lang)
    told = colophon(title, [made.tables[name]], plan.choice, about.version, about.made_on)
    out = io.BytesIO()
    write_table(out, "csv", made.tables[name], told, TABLES[name].by)
    return out.getvalue()


def _queries(made: Draft) -> Iterator[tuple[str, bytes]]:
    """The SQL of every table, with its parameters, and of the arithmetic that it stands on."""
    asked: dict[str, tuple[Asked, ...]] = {name: table.asked for name, table in made.tables.items()}
    if not asked:
        return
    listed = {
        name: [{"query": a.query, "parameters": a.parameters} for a in each] for name, each in asked.items()
    }
    yield "sql/vragen.json", _json(listed)
    used = {a.query for each in asked.values() for a in each}
    for name in sorted({*used, *query_names("views")}):
        yield f"sql/{name}.sql", query_text(name).encode("utf-8")


def _checks(warehouse: Warehouse, lang: Lang) -> bytes:
    lines = []
    for outcome in run_checks(warehouse):
        found = " ".join(sentence(finding, lang) for finding in outcome.findings)
        known = text("quality.known_error", lang, figures=", ".join(outcome.known)) if outcome.known else ""
        lines.append(f"{outcome.name}: {found or known or text('quality.fine', lang)}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def zipped(parts: dict[str, bytes]) -> bytes:
    """These files and the list of their sums as a zip: stored plainly, with a fixed day, to be compared."""
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in parts.items())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (parts | {SUMS: sums.encode("utf-8")}).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def verify(content: bytes, warehouse: Warehouse) -> list[Finding]:
    """What in this zip is not proven by the data; empty where all of it is. Any bytes will do."""
    try:
        parts = _opened(content)
        kept = thawed(parts[RECORD])
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, ValueError, RuntimeError, EOFError):
        return [Finding("verify.unreadable")]
    except Refusal:
        return [Finding("verify.no_answer", {"file": RECORD})]
    listed = [*_sums_broken(parts)]
    if listed:
        return listed
    if kept.version != warehouse.version:
        return _other_data(kept, warehouse)
    return [*_not_the_same(parts, content, kept, warehouse)]


def _opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError("too large")
        return {name: archive.read(name) for name in archive.namelist()}


def _sums_broken(parts: dict[str, bytes]) -> Iterator[Finding]:
    """Files that are not in the list, that it lists in vain, or that are not what it lists."""
    lines = parts.get(SUMS, b"").decode("utf-8", "replace").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {name: content for name, content in parts.items() if name != SUMS}
    for name in sorted(listed.keys() | files.keys()):
        if name not in files:
            yield Finding("verify.missing", {"file": name})
        elif listed.get(name) != hashlib.sha256(files[name]).hexdigest():
            yield Finding("verify.changed", {"file": name})


def _other_data(kept: Frozen, warehouse: Warehouse) -> list[Finding]:
    """What a zip made from other data says that today's data does not."""
    values = {"then": kept.version, "now": warehouse.version}
    changed = changes_since(kept, warehouse)
    found = [Finding("verify.other_data", values)]
    return found + [
        Finding("verify.figure", {"figure": change.figure_id, "then": change.then, "now": change.now or "-"})
        for change in changed
    ]


def _not_the_same(
    parts: dict[str, bytes], content: bytes, kept: Frozen, warehouse: Warehouse
) -> Iterator[Finding]:
    """The zip made anew from its own plan: every file, and the zip itself, must be the same."""
    try:
        anew = _opened(evidence(warehouse, kept.plan, kept.made_on))
    except (KeyError, Refusal):
        yield Finding("verify.no_answer", {"file": RECORD})
        return
    different = [name for name in sorted(parts.keys() | anew.keys()) if parts.get(name) != anew.get(name)]
    yield from (Finding("verify.not_from_data", {"file": name}) for name in different if name != SUMS)
    if not different and zipped({name: part for name, part in parts.items() if name != SUMS}) != content:
        yield Finding("verify.envelope")
