"""Imported rows straight from their files, in pieces: for exports that may be larger than memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lkdash.contracts import Papers
from lkdash.db.queries import query_text
from lkdash.db.scratch import scratch

PIECE = 5_000  # rows in memory at a time
Line = tuple[Any, ...]


@contextmanager
def imported_rows(
    imports: Sequence[tuple[Path, Papers]],
) -> Iterator[tuple[tuple[str, ...], Iterator[Line]]]:
    """The column names and the rows that count (the newest of two that overlap), read as they are taken.

    imports: at least one. The rows are only there within the context.
    """
    with TemporaryDirectory() as work:
        con = scratch(Path(work))
        con.execute("set threads = 1")  # rows in the order of the files, whenever asked
        con.execute("set enable_progress_bar = false")  # it would stand between the rows on the screen
        con.execute(query_text("store/papers"))
        for file, papers in imports:
            said = {"id": papers.import_id, "at": papers.imported_at, "file": papers.file}
            con.execute(query_text("store/paper"), said | {"title": papers.title, "path": str(file)})
        files = [str(file) for file, _ in imports]
        con.read_parquet(files, filename=True, union_by_name=True).create_view("imported")
        con.execute(query_text("store/outcomes"))
        con.execute(query_text("views/8_current"))
        reader = con.sql(query_text("store/rows")).to_arrow_reader(PIECE)
        pieces = (piece.to_pydict().values() for piece in reader)
        yield tuple(reader.schema.names), (line for piece in pieces for line in zip(*piece, strict=True))
        con.close()
