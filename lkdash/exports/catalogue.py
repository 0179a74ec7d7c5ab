"""Every table of figures by name: its title, how it is asked for, and its chart; for files and answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkdash import measures
from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

CARD = ("editions", "estimates")
Drawn = Callable[[Table], "Figure"]


@dataclass(frozen=True)
class Entry:
    """One table: the key of its title, its figures for a choice, and how it is drawn, where it is.

    drawn_as: the key of the chart's title, where that is another than the table's.
    filters: which parts of a choice on the card change its figures.
    """

    title: str
    table: Callable[[Warehouse, Choice], Table]
    chart: Drawn | None = None
    by: str | None = None  # key of the first column's header, where the rows are no editions or periods
    drawn_as: str = ""
    filters: tuple[str, ...] = CARD


def _bars(table: Table) -> Figure:
    from lkdash import charts

    return charts.bars(table.of(table.rows["measure"].iloc[0]).rows)


def _grouped(table: Table) -> Figure:
    from lkdash import charts

    return charts.grouped(table.rows)


def _stacked(table: Table) -> Figure:
    from lkdash import charts

    return charts.stacked(table.rows)


def _by_channel(table: Table) -> Figure:
    from lkdash import charts

    ways = table.of("cards_subscription", "cards_starters", "cards_library")
    return charts.stacked(ways.rows, height=420)


def _home(table: Table) -> Figure:
    from lkdash import charts

    return charts.stacked(table.of("cards_subscription", "cards_starters").rows, height=360)


def _ranked(table: Table) -> Figure:
    from lkdash import charts

    return charts.ranked(table.of("impressions").rows)


CHANNEL = "column.channel"
TABLES: dict[str, Entry] = {
    "posted": Entry("answer.posted", measures.posted, _by_channel, drawn_as="answer.by_channel"),
    "coverage": Entry("coverage.share", measures.coverage, _bars),
    "made_and_staff": Entry("coverage.made", measures.made_and_staff, _grouped),
    "shares_compared": Entry("coverage.compared", measures.shares_compared),
    "disruption": Entry("coverage.disruption", measures.disruption),
    "change_on_year": Entry("coverage.change", measures.change_on_year),
    "growth_on_year": Entry("coverage.growth", measures.growth_on_year),
    "totals": Entry("coverage.totals", measures.totals, filters=("estimates",)),
    "channels": Entry("channels.stacked", measures.channels, _stacked, filters=(*CARD, "relative")),
    "library_pickup": Entry("channels.pickup", measures.library_pickup, _bars),
    "home_delivery": Entry("channels.home", measures.home_delivery, _home),
    "website_visits": Entry(
        "coverage.visits", lambda data, choice: measures.website_visits(data, choice.lang), filters=()
    ),
    "reach": Entry("reach.channels", measures.reach, _ranked, CHANNEL, filters=()),
    "gains": Entry("reach.gains", measures.gains, None, CHANNEL, filters=()),
    "compared": Entry("reach.compared", measures.compared, None, "column.pair", filters=()),
    "videos": Entry("reach.videos", measures.videos, None, CHANNEL, filters=()),
    "funnel": Entry("reach.funnel", measures.funnel, None, CHANNEL, filters=()),
}
