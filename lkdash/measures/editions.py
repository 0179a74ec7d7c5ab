"""Which editions there are, and how far each is counted."""

from dataclasses import dataclass

from lkdash.db import Warehouse
from lkdash.measures.kept import kept


@dataclass(frozen=True)
class Editions:
    """All editions in order, those whose pick-up is counted, and those of which it is final."""

    known: tuple[str, ...]
    counted: tuple[str, ...]
    final: tuple[str, ...]

    @property
    def latest(self) -> str:
        """The latest edition, counted or not."""
        return self.known[-1]

    @property
    def latest_counted(self) -> str:
        """The latest edition with a figure for who holds a card; the latest of all if there is none."""
        return (self.counted or self.known)[-1]


@kept()
def editions(warehouse: Warehouse) -> Editions:
    """The editions of the card. Source: dataset cards."""
    rows = warehouse.query("editions")
    counted = rows[rows["counted"]]
    return Editions(
        known=tuple(rows["edition"]),
        counted=tuple(counted["edition"]),
        final=tuple(counted.loc[counted["status"] == "final", "edition"]),
    )
