"""One table of figures with its papers: what a measure hands to a chart, a page or a file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lkdash.contracts.figure import Status, weakest

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Asked:
    """One query that figures come from: the name of its SQL file and its parameters."""

    query: str
    parameters: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Table:
    """Figure rows (one row a figure, long form) and the notes and sources that belong to them.

    rows: figure_id, measure, label, unit, decimals, period, value, status, bias, printed, place,
    formula, source_id. notes: note_id, text. sources: source_id, title, short, publisher, date.
    asked: the queries that made the rows.
    """

    name: str
    rows: pd.DataFrame
    notes: pd.DataFrame
    sources: pd.DataFrame
    asked: tuple[Asked, ...] = ()
    _parts: dict[tuple[str, ...], Table] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The figure rows, one dict a figure; to read, not to change."""
        rows = self.rows.to_dict("records")
        return [{str(name): cell for name, cell in row.items()} for row in rows]

    def records_of(self, measure: str) -> list[dict[str, Any]]:
        """The rows of one measure, one dict a figure; to read, not to change."""
        return [row for row in self.records if row["measure"] == measure]

    @property
    def status(self) -> Status:
        """The weakest status among the figures that have a value."""
        return weakest(s for s in self.rows["status"] if not Status(s).missing)

    @property
    def periods(self) -> list[str]:
        """The periods of the rows, in order, each once."""
        return list(dict.fromkeys(self.rows["period"]))

    def of(self, *measures: str) -> Table:
        """The same table with only these measures, in this order; to read, not to change."""
        if measures not in self._parts:
            named = list(self.rows["measure"])
            order = [at for measure in measures for at, name in enumerate(named) if name == measure]
            part = self.rows.take(order).reset_index(drop=True)
            self._parts[measures] = replace(self, rows=part)
        return self._parts[measures]

    def at(self, *periods: str) -> Table:
        """The same table with only these periods."""
        rows = self.rows[self.rows["period"].isin(periods)]
        return replace(self, rows=rows.reset_index(drop=True))
