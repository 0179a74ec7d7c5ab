"""What imports tell: reach and outcomes by channel.

Rates come from sums. People (reach, users) do not add up: their bounds are shown. Examples carry their mark.
"""

from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.measures.grouped import grouped
from lkdash.measures.imported_ids import imported_id
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import cell, column_of, outcome
from lkdash.measures.outcome_table import QUARTILES, outcome_table
from lkdash.texts import text

# The metrics of the files that a measure adds up.
ADDED: dict[str, tuple[str, ...]] = {
    "clicked": ("clicks", "link_clicks"),
    "conversions": ("conversions", "goal_conversions"),
}
ADDED |= dict.fromkeys(("impressions_outside", "impressions_undivided"), ("impressions",))
ADDED |= {"days_gone": ("impressions", "clicks", "link_clicks", "conversions", "goal_conversions", "cost")}
ADDED |= dict.fromkeys(("pairs", "pairs_different"), ("impressions", "clicks", "link_clicks"))
SEEN = ("impressions", "reach", "frequency", "clicked", "click_rate", "shares")
GAINED = (
    "conversions",
    "sessions",
    "users",
    "cost",
    "cost_per_click",
    "cost_per_thousand",
    "cost_per_conversion",
)
FUNNEL: dict[str, Any] = {"platform": "trechter", "network": "", "paid": None}


def reach(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a group (Choice.by) and measure: impressions, reach, frequency, clicks, click rate, shares."""
    return _measures(warehouse, choice, "reach", SEEN)


def gains(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a group (Choice.by) and measure: conversions, sessions, users, cost and what one of each cost."""
    return _measures(warehouse, choice, "gains", GAINED)


@kept("first", "last", "examples", "lang", "by")
def _measures(warehouse: Warehouse, choice: Choice, name: str, wanted: tuple[str, ...]) -> Table:
    return measured(name, wanted, grouped(warehouse, choice), choice.lang)


def measured(name: str, wanted: tuple[str, ...], rows: pd.DataFrame, lang: Lang) -> Table:
    """The wanted measures of these rows (as `grouped` makes them) that any row tells."""
    known = {measure: rows[column_of(measure)].notna() for measure in wanted}
    if "cost" in known:  # amounts that are not in euro have a word
        known["cost"] |= rows["other_money"].astype(bool)
    present = [measure for measure, tells in known.items() if tells.any()]
    told = (
        rows[pd.concat([known[measure] for measure in present], axis=1).any(axis=1)] if present else rows[:0]
    )
    figures = [outcome(row, measure, lang) for row in told.to_dict("records") for measure in present]
    return outcome_table(name, figures, told, lang)


@kept("first", "last", "examples", "lang")
def videos(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a channel with video and how far it was watched; the views by quartile."""
    rows = grouped(warehouse, choice, "channel")
    rows = rows[rows["video_views"].notna()]
    present = [name for name in QUARTILES if rows[name].notna().any()]
    figures = [
        cell(row, name, row[name], ("number", 0, False), choice.lang)
        for row in rows.to_dict("records")
        for name in present
    ]
    return outcome_table("videos", figures, rows, choice.lang)


@kept("first", "last", "examples", "lang")
def funnel(warehouse: Warehouse, choice: Choice) -> Table:
    """Impressions, clicks and conversions of the channels that know all three: one row a step.

    Besides: inputs (the ids of those channels' figures).
    """
    rows = grouped(warehouse, choice, "channel")
    whole = rows[rows[["impressions", "clicked", "conversions"]].notna().all(axis=1)]
    if whole.empty:
        return outcome_table("funnel", [], whole, choice.lang)
    steps = {name: float(whole[name].sum()) for name in ("impressions", "clicked", "conversions")}
    about = FUNNEL | {"channel": text("outcome.together", choice.lang), "days": whole["days"].iloc[0]}
    about |= {"status": max(whole["status"]), "titles": ", ".join(dict.fromkeys(whole["titles"]))}
    least = {"conversions_least": float(whole.groupby("platform")["conversions"].sum().max())}
    channels = whole.to_dict("records")
    figures = [
        outcome(about | steps | least, name, choice.lang)
        | {"formula": text("formula.funnel", choice.lang)}
        | {"inputs": " ".join(imported_id(channel, name) for channel in channels)}
        for name in steps
    ]
    return outcome_table("funnel", figures, whole, choice.lang)
