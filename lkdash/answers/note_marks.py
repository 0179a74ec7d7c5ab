"""Which figures of a table each of its notes is on, so that a file can put the note's number beside them."""

from collections.abc import Iterator
from typing import Any

from lkdash.contracts import HEADER, Grid, NoteMark, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing

Row = dict[Any, Any]


def note_marks(warehouse: Warehouse, table: Table, made: Grid) -> tuple[NoteMark, ...]:
    """A mark for each place that a note of this grid is on; none for a note on the whole table.

    A note on a measure stands at its column, one on an edition or a status at the figures themselves.
    """
    ids = dict(zip(table.notes["text"], table.notes["note_id"], strict=True))
    rows = warehouse.dataset("notes").set_index("note_id").to_dict("index")
    known = [rows.get(ids[note], {}) for note in made.notes]
    return tuple(mark for at, note in enumerate(known, start=1) for mark in _marks(at, note, table))


def _marks(number: int, note: Row, table: Table) -> Iterator[NoteMark]:
    narrow = [name for name in ("periods", "status") if not is_missing(note.get(name))]
    if not narrow and is_missing(note.get("measures")):
        return
    labels = list(dict.fromkeys(row["label"] for row in table.records))
    on = [row for row in table.records if _belongs(note, row)]
    places = {
        (table.periods.index(row["period"]) if narrow else HEADER, labels.index(row["label"]) + 1)
        for row in on
    }
    yield from (NoteMark(number, line, column) for line, column in sorted(places))


def _belongs(note: Row, row: Row) -> bool:
    """Is the note on this figure? The same rule as in sql/notes.sql, for one note and one figure."""
    wanted = (("measures", row["measure"]), ("periods", row["period"]), ("status", row["status"]))
    return all(is_missing(note.get(name)) or str(cell) in str(note[name]).split() for name, cell in wanted)
