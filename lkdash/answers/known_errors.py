"""Where the note on a known error of a source stands in a table: at the figure that is wrong."""

from lkdash.contracts import Grid, NoteMark, Table


def error_marks(table: Table, made: Grid) -> tuple[NoteMark, ...]:
    """A mark at each figure whose id names one of this grid's notes, as `known_errors` makes them."""
    named = dict(zip(table.notes["text"], table.notes["note_id"], strict=True))
    labels = list(dict.fromkeys(row["label"] for row in table.records))
    places = {
        row["figure_id"]: (table.periods.index(row["period"]), labels.index(row["label"]) + 1)
        for row in table.records
    }
    known = [(at, places.get(named[note])) for at, note in enumerate(made.notes, start=1)]
    return tuple(NoteMark(at, *place) for at, place in known if place)
