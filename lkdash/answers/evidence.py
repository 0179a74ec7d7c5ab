"""The evidence for an answer, and its proof against the data.

One zip with the answer, its tables, the SQL that made them, the checks' outcome and a list of SHA-256 sums.
The proof makes it anew from its own plan.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import date

from lkdash.answers.frozen import Frozen, changes_since, thawed
from lkdash.answers.parts import RECORD, parts
from lkdash.answers.plan import Plan
from lkdash.contracts import Finding, Refusal
from lkdash.db import Warehouse

SUMS = "SHA256SUMS"
LARGEST = 64 * 1024 * 1024  # bytes; what claims to unpack to more is not ours


def evidence(warehouse: Warehouse, plan: Plan, made_on: date) -> bytes:
    """The zip for this plan; the same plan, day and data give the same bytes. Refusal as for `draft`."""
    return zipped(dict(parts(warehouse, plan, made_on)))


def zipped(files: dict[str, bytes]) -> bytes:
    """These files and the list of their sums as a zip: stored plainly, with a fixed day, to be compared."""
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (files | {SUMS: sums.encode("utf-8")}).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def verify(content: bytes, warehouse: Warehouse) -> list[Finding]:
    """What in this zip is not proven by the data; empty where all of it is. Any bytes will do."""
    try:
        files = _opened(content)
        kept = thawed(files[RECORD])
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, ValueError, RuntimeError, EOFError):
        return [Finding("verify.unreadable")]
    except Refusal:
        return [Finding("verify.no_answer", {"file": RECORD})]
    listed = [*_sums_broken(files)]
    if listed:
        return listed
    if kept.version != warehouse.version:
        return _other_data(kept, warehouse)
    return [*_not_the_same(files, content, kept, warehouse)]


def _opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError("too large")
        return {name: archive.read(name) for name in archive.namelist()}


def _sums_broken(held: dict[str, bytes]) -> Iterator[Finding]:
    """Files that are not in the list, that it lists in vain, or that are not what it lists."""
    lines = held.get(SUMS, b"").decode("utf-8", "replace").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {name: content for name, content in held.items() if name != SUMS}
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
    files: dict[str, bytes], content: bytes, kept: Frozen, warehouse: Warehouse
) -> Iterator[Finding]:
    """The zip made anew from its own plan: every file, and the zip itself, must be the same."""
    try:
        anew = _opened(evidence(warehouse, kept.plan, kept.made_on))
    except (KeyError, Refusal):
        yield Finding("verify.no_answer", {"file": RECORD})
        return
    different = [name for name in sorted(files.keys() | anew.keys()) if files.get(name) != anew.get(name)]
    yield from (Finding("verify.not_from_data", {"file": name}) for name in different if name != SUMS)
    if not different and zipped({name: file for name, file in files.items() if name != SUMS}) != content:
        yield Finding("verify.envelope")
