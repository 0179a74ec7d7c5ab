"""Measures on the card itself. Shares are 0 to 1, differences of shares are percentage points."""

from dataclasses import replace
from typing import Any

import pandas as pd

from lkdash.contracts import Asked, Choice, Lang, PeriodKind, Table
from lkdash.db import Warehouse
from lkdash.measures.kept import kept
from lkdash.measures.papers import asked_for, of_rows
from lkdash.texts import listed, text

COUNTS = (
    "cards_made",
    "cards_subscription",
    "cards_starters",
    "cards_library",
    "staff_with_card",
)
CHANNELS = ("cards_library", "cards_subscription", "cards_starters")
RESTS_ON = "rests-on"  # a note of ours on a table, besides those of the source
REST = ("cards_unattributed", "cards_not_in_possession")


# Which measures stand in each table of figures, in order.
CONTENTS: dict[str, tuple[str, ...]] = {
    "coverage": ("share_with_card",),
    "made_and_staff": ("cards_made", "staff_with_card"),
    "shares_compared": ("share_with_card", "share_recomputed", "share_difference"),
    "channels": (*CHANNELS, *REST),
    "channels_relative": tuple(f"part_{name}" for name in (*CHANNELS, *REST)),
    "channel_parts": ("cards_made", "cards_sent_to_library", "staff_with_card", *CHANNELS, *REST),
    "library_pickup": ("library_pickup_share", "cards_sent_to_library", "cards_library"),
    "home_delivery": ("cards_subscription", "cards_starters", "cards_home", "home_share"),
    "posted": (*COUNTS, "share_with_card"),
    "change_on_year": tuple(f"change_{name}" for name in (*COUNTS, "share_with_card")),
    "growth_on_year": tuple(f"growth_{name}" for name in COUNTS),
    "disruption": ("disruption_effect",),
    "totals": (*COUNTS, "share_total"),
}


def tables_with(measure: str, period_kind: str) -> list[str]:
    """The names of the tables in which this measure of such a period stands."""
    summed = period_kind == PeriodKind.INTERVAL
    return [name for name, held in CONTENTS.items() if measure in held and (name == "totals") == summed]


@kept("editions", "estimates", "lang")
def _asked(warehouse: Warehouse, name: str, choice: Choice, contents: str = "") -> Table:
    whole = _every_edition(warehouse, contents or name, choice.estimates, choice.lang)
    asked = Asked("figures", whole.asked[0].parameters | {"periods": list(choice.editions)})
    chosen = whole.rows["period"].isin(choice.editions)
    return of_rows(warehouse, name, whole.rows[chosen].reset_index(drop=True), choice.lang, asked)


@kept()
def _every_edition(warehouse: Warehouse, contents: str, estimates: bool, lang: Lang) -> Table:
    """The same for every edition there is: what a choice of them is cut from, in no time."""
    parameters = {"measures": list(CONTENTS[contents]), "periods": [], "estimates": estimates}
    return asked_for(warehouse, contents, Asked("figures", parameters), lang)


def coverage(warehouse: Warehouse, choice: Choice) -> Table:
    """Published share of staff with a card, a row an edition."""
    return _asked(warehouse, "coverage", choice)


def made_and_staff(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards made and staff with a card, two rows an edition."""
    return _asked(warehouse, "made_and_staff", choice)


def shares_compared(warehouse: Warehouse, choice: Choice) -> Table:
    """Published share, recomputed share and their difference in points, three rows an edition."""
    return _asked(warehouse, "shares_compared", choice)


def channels(warehouse: Warehouse, choice: Choice) -> Table:
    """Every card made: the three channels, the unexplained rest and what nobody holds (or shares)."""
    return _asked(warehouse, "channels", choice, "channels_relative" if choice.relative else "channels")


def channel_parts(warehouse: Warehouse, choice: Choice) -> Table:
    """What the flow of one edition is drawn from: made, sent to libraries, channels and rests."""
    return _asked(warehouse, "channel_parts", choice)


def library_pickup(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards sent to libraries, picked up there, and the share of those picked up."""
    return _asked(warehouse, "library_pickup", choice)


def home_delivery(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards delivered at home, to subscribers and (re)starters, and their share of all made."""
    return _asked(warehouse, "home_delivery", choice)


def posted(warehouse: Warehouse, choice: Choice) -> Table:
    """The published counts and the share of the chosen editions."""
    return _asked(warehouse, "posted", choice)


def change_on_year(warehouse: Warehouse, choice: Choice) -> Table:
    """Change against the edition before: cards, persons, and points for the share."""
    return _asked(warehouse, "change_on_year", choice)


def growth_on_year(warehouse: Warehouse, choice: Choice) -> Table:
    """Change against the edition before as a share of it."""
    return _asked(warehouse, "growth_on_year", choice)


@kept("editions", "estimates", "lang")
def disruption(warehouse: Warehouse, choice: Choice) -> Table:
    """Share of each disrupted edition against the editions before it, in points; a note says which."""
    table = _asked(warehouse, "disruption", choice)
    told = [(RESTS_ON, _rests_on(warehouse, row, choice.lang)) for row in table.records]
    notes = [table.notes, pd.DataFrame(told, columns=list(table.notes))]
    return replace(table, notes=pd.concat(notes, ignore_index=True)) if told else table


def _rests_on(warehouse: Warehouse, row: dict[str, Any], lang: Lang) -> str:
    """The editions before that a disrupted one is held against, chosen or not."""
    inputs = warehouse.query("figure_inputs", figure=row["figure_id"])
    before = sorted(set(inputs[inputs["role"] == "input"]["period"]) - {row["period"]})
    return text("coverage.rests_on", lang, period=row["period"], editions=listed(before, lang))


@kept("estimates", "lang")
def totals(warehouse: Warehouse, choice: Choice) -> Table:
    """Sums over the counted editions: the final ones, and with the estimated ones if chosen."""
    asked = Asked("totals", {"measures": list(CONTENTS["totals"]), "estimates": choice.estimates})
    return asked_for(warehouse, "totals", asked, choice.lang)
