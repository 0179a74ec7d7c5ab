"""Impressions by day or week and platform, as figures with their papers."""

from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.grouped import asked, dated
from lkdash.measures.imported_ids import JOINED
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import SHOWN, cell
from lkdash.measures.outcome_table import outcome_table
from lkdash.texts import text


@kept("first", "last", "examples", "lang", "by")
def over_time(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a day or week (as chosen) and platform, and where there are several one of them together.

    Besides: starts (date), platform (or JOINED), name, impressions. Rows of more than a day are left out.
    """
    rows = warehouse.query("outcomes_over_time", grain=choice.grain, **asked(choice))
    if rows["platform"].nunique() == 1:
        rows = rows[rows["platform"].notna()]
    figures = [_figure(row, choice) for row in rows.to_dict("records")]
    return outcome_table(f"reach_by_{choice.grain}", figures, rows[rows["platform"].notna()], choice.lang)


def _figure(row: dict[Any, Any], choice: Choice) -> dict[str, Any]:
    platform = JOINED if is_missing(row["platform"]) else row["platform"]
    named = text("outcome.together" if platform == JOINED else f"platform.{platform}", choice.lang)
    first = pd.Timestamp(row["starts"]).date()
    about = {"platform": platform, "network": None, "paid": None} | dated(first, choice.grain, choice)
    figure = cell(row | about, "impressions", row["impressions"], SHOWN["impressions"], choice.lang)
    said = {"label": named, "name": named, "plain": f"{figure['label']}, {named}", "starts": first}
    return figure | said | {"platform": platform, "impressions": row["impressions"]}
