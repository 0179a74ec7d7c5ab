"""Do the click rates of two channels differ? The difference of each pair with its interval."""

from typing import Any

from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import marked, number
from lkdash.measures.grouped import asked, channel_words, grouped
from lkdash.measures.imported_ids import (
    Imported,
    channel_code,
    choice_of,
    imported_id,
    months_code,
    slug,
)
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import cell
from lkdash.measures.outcome_table import outcome_table
from lkdash.texts import text

PAIR = "verschil"  # a pair of channels is no channel: in an id it has a name of its own
RATE = "click_rate"


@kept("first", "last", "examples", "lang")
def compared(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a pair of channels: the difference of their click rates in points, its 95 % interval in words.

    Newcombe. Besides: differs (it leaves out zero), low and high (points), inputs (the ids of both rates).
    """
    rows = warehouse.query("outcomes_compared", **asked(choice))
    rows = rows.assign(days=months_code(choice.first, choice.last))
    figures = [_figure(row, choice.lang) for row in rows.to_dict("records")]
    return outcome_table("compared", figures, grouped(warehouse, choice, "channel"), choice.lang)


def _figure(row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    sides = [{n: row[f"{n}_{side}"] for n in ("platform", "network", "paid")} for side in ("one", "other")]
    one, other = (channel_words(side, lang) for side in sides)
    codes = " ".join(channel_code(**side) for side in sides)
    pair = {"channel": text("outcome.pair", lang, one=one, other=other), "platform": PAIR, "network": codes}
    points = {name: 100 * row[name] for name in ("difference", "low", "high")}
    figure = cell(row | pair | {"paid": None}, RATE, points["difference"], ("points", 2, True), lang)
    told = text("metric.click_rate_difference", lang)
    return figure | {
        "label": told,
        "definition": told,
        "measure": "click_rate_difference",
        "signed": True,
        "text": marked(_interval(points, lang), figure["status"]),
        "formula": text("formula.click_rate_difference", lang, one=one, other=other),
        "low": points["low"],
        "high": points["high"],
        "differs": points["low"] > 0 or points["high"] < 0,
        "inputs": " ".join(imported_id(row | side, RATE) for side in sides),
    }


def _interval(points: dict[str, float], lang: Lang) -> str:
    shown = {
        name: number(value, "points", lang=lang, decimals=2, signed=True) for name, value in points.items()
    }
    value = text("unit.points", lang, value=shown["difference"])
    return text("outcome.interval", lang, value=value, low=shown["low"], high=shown["high"])


def is_pair(asked: Imported) -> bool:
    """Is the figure of this id the difference of two channels?"""
    return asked.channel.startswith(f"{slug(PAIR)}-")


def pairs_of(warehouse: Warehouse, asked: Imported) -> list[dict[str, Any]]:
    """The pairs of channels on the days of a figure of click rates."""
    return compared(warehouse, choice_of(asked, Choice(editions=()))).records


def pair_inputs(warehouse: Warehouse, asked: Imported, figure_id: str) -> list[str]:
    """The ids of the two rates that a difference is made of; none for an unknown one."""
    own = [row["inputs"].split() for row in pairs_of(warehouse, asked) if row["figure_id"] == figure_id]
    return own[0] if own else []
