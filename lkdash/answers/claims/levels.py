"""The outcome of each figure of a sentence that is a level, for the edition that it is claimed of."""

from collections.abc import Sequence
from dataclasses import replace

from lkdash.answers.claims.changes import Changes
from lkdash.answers.claims.judging import Judged, Outcome, both, judge, value_of
from lkdash.answers.claims.merging import BETWEEN
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.reading import Reading
from lkdash.contracts import Table
from lkdash.formats import is_missing


def judged_of(reading: Reading, table: Table, changes: Changes) -> list[Judged]:
    """The outcome of each level, with that of the change that it is part of; of a change alone, its own."""
    levels = [_level(figure, edition, table) for figure, edition in _levels(reading, table)]
    if not levels:
        return changes.judged()
    if not reading.changing:
        return levels
    return [both(level, replace(changes.at(level.edition), edition=level.edition)) for level in levels]


def _levels(reading: Reading, table: Table) -> Sequence[tuple[Stated, str]]:
    """Each level with the edition that it is claimed of; without one named, every edition with a value."""
    if reading.editions:
        return sorted(zip(reading.levels, reading.editions, strict=True), key=lambda pair: pair[1])
    since = reading.periods.since
    counted = list(table.rows[table.rows["value"].notna()]["period"])
    if since is not None:
        counted = [edition for edition in counted if edition.isdigit() and edition >= since]
        counted = counted[-1:] if reading.changing else counted
    return [(level, edition) for level in reading.levels for edition in reading.periods.years or counted]


def _level(figure: Stated, edition: str, table: Table) -> Judged:
    rows = table.records
    row = next((row for row in rows if row["period"] == edition and not is_missing(row["value"])), None)
    if row is None:
        return Judged(edition, Outcome.UNTOLD, "no_figure")
    exact, concludes = figure.rule == "exact", figure.rule == BETWEEN
    return judge(edition, value_of(row, rows), figure.allowed, exact=exact, concludes=concludes)
