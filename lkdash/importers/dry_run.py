"""What the page shows of a file before it is kept: its first tidy rows, and what it would replace."""

from pathlib import Path
from typing import Any

from lkdash.contracts import Papers
from lkdash.db import Connection, query_text, replaced_by_newest
from lkdash.store import Store

PREVIEWED = 8  # rows


def preview(con: Connection) -> tuple[dict[str, Any], ...]:
    """The first rows of the table `tidy`; of a survey's small group no number."""
    found = con.execute(query_text("importers/preview"), {"most": PREVIEWED})
    names = [column[0] for column in found.description or []]
    return tuple(dict(zip(names, row, strict=True)) for row in found.fetchall())


def replaced(con: Connection, store: Store, papers: Papers, work: Path) -> tuple[str, ...]:
    """The ids of the imports in the store of which rows would no longer count beside the table `tidy`."""
    held = [(file, other) for file, other in store.loaded() if _may_share_a_day(papers, other)]
    if not held:
        return ()
    file = work / "new.parquet"
    con.table("tidy").write_parquet(str(file))
    return replaced_by_newest([*held, (file, papers)], papers.imported_at)


def _may_share_a_day(one: Papers, other: Papers) -> bool:
    """Told by papers alone, as reading every import takes long; one without days may share any."""
    if one.period is None or other.period is None:
        return True
    return one.period["start"] <= other.period["end"] and other.period["start"] <= one.period["end"]
