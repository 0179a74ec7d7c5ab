"""Imported rows straight from their files, in pieces: for exports that may be larger than memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lkdash.contracts import Papers
from lkdash.db.queries import query_text
from lkdash.db.scratch import Connection, scratch

PIECE = 5_000  # rows in memory at a time
COUNTING = (
    "7_keyed",
    "7_superseded",
    "7_superseded_whole",
    "8_current",
)  # the views that say which rows count
Line = tuple[Any, ...]
Import = tuple[Path, Papers]


@contextmanager
def imported_rows(imports: Sequence[Import]) -> Iterator[tuple[tuple[str, ...], Iterator[Line]]]:
    """The column names and the rows that count (the newest of two that overlap), read as they are taken.

    imports: at least one. The rows are only there within the context.
    """
    with _told(imports) as con:
        reader = con.sql(query_text("store/rows")).to_arrow_reader(PIECE)
        pieces = (piece.to_pydict().values() for piece in reader)
        yield tuple(reader.schema.names), (line for piece in pieces for line in zip(*piece, strict=True))


def replaced_by_newest(imports: Sequence[Import], newest: str) -> tuple[str, ...]:
    """The ids of the imports of which rows no longer count because of the one imported at `newest`."""
    with _told(imports) as con:
        rows = con.execute(query_text("store/replaced"), {"at": newest}).fetchall()
        return tuple(import_id for (import_id,) in rows)


@contextmanager
def _told(imports: Sequence[Import]) -> Iterator[Connection]:
    """A connection with the rows of these imports, and the views that say which of them count."""
    with TemporaryDirectory() as work:
        con = scratch(Path(work))
        con.execute("set threads = 1")  # rows in the order of the files, whenever asked
        con.execute(query_text("store/papers"))
        for file, papers in imports:
            said = {"id": papers.import_id, "at": papers.imported_at, "file": papers.file}
            con.execute(query_text("store/paper"), said | {"title": papers.title, "path": str(file)})
        files = [str(file) for file, _ in imports]
        con.read_parquet(files, filename=True, union_by_name=True).create_view("imported")
        con.execute(query_text("store/outcomes"))
        for view in COUNTING:
            con.execute(query_text(f"views/{view}"))
        yield con
        con.close()
