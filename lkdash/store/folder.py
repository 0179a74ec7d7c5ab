"""The folder of imports: content-addressed, atomic, shared by several processes, with undo.

An import's file is named by the SHA-256 of what was received. It is written beside its place, flushed to
disk, then linked into place: a reader sees it whole or not at all, and the second of two processes with
the same file finds it there. Undo moves it to the trash.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from lkdash.contracts import Papers, refuse
from lkdash.store.access import may_change
from lkdash.store.place import beside, flush_folder, publish, write_flushed

if TYPE_CHECKING:
    import pyarrow as pa

KEY = b"lkdash"
TARGETS = "targets.json"
LIMIT = 1_600_000_000  # bytes; what one import may be
STALE = 3600  # seconds after which what was half written, or received and not kept, is nobody's


def store_folder(given: Path | None = None) -> Path:
    """The folder of imports: the one given, else LKDASH_STORE, else the user's data folder."""
    return given or Path(os.environ.get("LKDASH_STORE") or platformdirs.user_data_path("lkdash") / "imports")


class Store:
    """The imports in one folder. bound_to: the address of the server that asks, None without one."""

    def __init__(self, folder: Path, bound_to: str | None = None) -> None:
        self.folder = folder
        self.bound_to = bound_to

    def files(self) -> list[Path]:
        """The file of each import, by name; half-written ones have another ending and are never listed."""
        return sorted(self.folder.glob("*.parquet"))

    def fingerprint(self) -> tuple[str, ...]:
        """Changes when an import comes or goes: files themselves never change."""
        return tuple(file.name for file in self.files())

    def has(self, import_id: str) -> bool:
        """Is this content imported, and not undone?"""
        return self._place(import_id).is_file()

    def papers(self) -> list[Papers]:
        """The papers of every import, newest first."""
        found = [papers for file in self.files() if (papers := _read(file)) is not None]
        return sorted(found, key=lambda papers: (papers.imported_at, papers.import_id), reverse=True)

    def loaded(self) -> list[tuple[Path, Papers]]:
        """The file and papers of every import, newest first."""
        return [(self._place(papers.import_id), papers) for papers in self.papers()]

    def find(self, start: str) -> Papers:
        """The papers of the import whose id begins so; Refusal where none or several do."""
        found = [papers for papers in self.papers() if papers.import_id.startswith(start)]
        if not found or not start:
            raise refuse("no_such_import", id=start)
        if len(found) > 1:
            raise refuse("several_imports", id=start, count=len(found))
        return found[0]

    def arriving(self) -> Path:
        """An empty file for what is being received, never read as an import. Refusal as for add."""
        may_change(self.bound_to)
        self.sweep()
        return beside(self.folder)

    def add(self, batches: "pa.RecordBatchReader", papers: Papers) -> bool:
        """Store the rows of one import; False where the same content is there already.

        Raises Refusal where this server may not change the store.
        """
        may_change(self.bound_to)
        part = beside(self.folder)
        self.sweep()
        try:
            _write(part, batches, papers)
            return publish(part, self._place(papers.import_id))
        finally:
            part.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what was left half-written or unconfirmed long ago; it was never read."""
        for part in self.folder.glob(".*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > STALE:
                    part.unlink()

    def undo(self, import_id: str) -> Papers:
        """Move an import to the trash, from where nothing is read; its papers. Refusal as for add."""
        may_change(self.bound_to)
        papers = self.find(import_id)
        trash = self.folder / "trash"
        trash.mkdir(exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        try:
            self._place(papers.import_id).rename(trash / f"{papers.import_id}.{stamp}.parquet")
        except FileNotFoundError:
            raise refuse("no_such_import", id=import_id) from None
        flush_folder(self.folder)
        return papers

    def targets(self) -> dict[str, float]:
        """What the team wants to reach, by metric."""
        try:
            known = json.loads((self.folder / TARGETS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): float(value) for name, value in known.items()}

    def set_target(self, metric: str, value: float | None) -> None:
        """Set or, with None, take away a target. Refusal where this server may not change the store."""
        may_change(self.bound_to)
        known = self.targets() | ({metric: value} if value else {})
        if not value:
            known.pop(metric, None)
        part = beside(self.folder)
        write_flushed(part, json.dumps(known).encode())
        part.replace(self.folder / TARGETS)

    def _place(self, import_id: str) -> Path:
        return self.folder / f"{import_id}.parquet"


def _write(part: Path, batches: "pa.RecordBatchReader", papers: Papers) -> None:
    import pyarrow.parquet as pq

    words = json.dumps(asdict(papers), ensure_ascii=False).encode("utf-8")
    schema = batches.schema.with_metadata({KEY: words})
    with part.open("wb") as opened:
        with pq.ParquetWriter(opened, schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch.replace_schema_metadata(schema.metadata))
        opened.flush()
        os.fsync(opened.fileno())


def _read(file: Path) -> Papers | None:
    """The papers in a file; None where it was undone in between or is not ours."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_metadata(file).metadata or {}
        return Papers(**json.loads(metadata[KEY]))
    except (OSError, KeyError, ValueError, TypeError, pa.ArrowInvalid):
        return None
