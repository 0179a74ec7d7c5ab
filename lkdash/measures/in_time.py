"""Impressions by day or week and platform, as figures with their papers."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.measures.imported_ids import days_code
from lkdash.measures.kept import kept
from lkdash.measures.outcomes import SHOWN, TOGETHER, asked, cell, outcome_table
from lkdash.texts import text


@kept("first", "last", "examples", "lang", "grain")
def over_time(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a day or week (as chosen) and platform, and where there are several one of them together.

    Besides: starts (date), platform (TOGETHER), name, impressions. Rows of more than a day are left out.
    """
    rows = warehouse.query("outcomes_over_time", grain=choice.grain, **asked(choice))
    if rows["platform"].nunique() == 1:
        rows = rows[rows["platform"].notna()]
    figures = [_figure(row, choice) for row in rows.to_dict("records")]
    return outcome_table(f"reach_by_{choice.grain}", figures, rows[rows["platform"].notna()], choice.lang)


def _figure(row: dict[Any, Any], choice: Choice) -> dict[str, Any]:
    first = pd.Timestamp(row["starts"]).date()
    last = first + timedelta(days=6) if choice.grain == "week" else first
    begin, end = choice.days  # a week that the chosen months cut is another figure than the whole one
    days = days_code(max(first, begin or first), min(last, end or last))
    platform = TOGETHER["platform"] if is_missing(row["platform"]) else row["platform"]
    whole = platform == TOGETHER["platform"]
    named = text("outcome.together" if whole else f"platform.{platform}", choice.lang)
    about = {
        "channel": _words(first, choice),
        "platform": platform,
        "network": None,
        "paid": None,
        "days": days,
    }
    figure = cell(row | about, "impressions", row["impressions"], SHOWN["impressions"], choice.lang)
    said = {"label": named, "name": named, "plain": f"{figure['label']}, {named}", "starts": first}
    return figure | said | {"platform": platform, "impressions": row["impressions"]}


def _words(first: date, choice: Choice) -> str:
    written = day(first, lang=choice.lang)
    return text("reach.week_of", choice.lang, day=written) if choice.grain == "week" else written
