"""Imported figures that stand in a sentence beside a table: what it leaves out, and how many pairs differ."""

from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse
from lkdash.measures.campaign import moments
from lkdash.measures.compared import compared
from lkdash.measures.grouped import TOGETHER, asked
from lkdash.measures.imported_ids import days_code, months_code
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import cell
from lkdash.measures.outcome_table import outcome_table
from lkdash.texts import text

COUNT = ("number", 0, True)  # unit, decimals, computed


@kept("first", "last", "examples", "lang")
def left_out(warehouse: Warehouse, choice: Choice) -> Table:
    """Impressions that the months leave out (impressions_outside) or no day shows (impressions_undivided).

    A row where something is left out; without a value where no impressions are among it.
    """
    rows = warehouse.query("outcomes_left_out", **asked(choice))
    figures = [
        cell(row | _together(choice), f"impressions_{name}", row[name], COUNT, choice.lang)
        for row in rows.to_dict("records")
        for name in ("outside", "undivided")
        if row[f"{name}_rows"]
    ]
    return outcome_table("left_out", figures, rows, choice.lang)


@kept("examples", "lang")
def left_out_of_campaign(warehouse: Warehouse, choice: Choice) -> Table:
    """Impressions not of the days of the campaign alone (impressions_outside), which no target counts.

    A row at most, as in `left_out`; its period is that of the campaign, in words.
    """
    (campaign,) = moments(warehouse, choice.lang, "campaign").to_dict("records")
    first, last = campaign["starts"], campaign["ends"]
    rows = warehouse.query("outcomes_left_out", first=first, last=last, demo=choice.examples)
    about = TOGETHER | {"channel": campaign["when"], "days": days_code(first, last)}
    figures = [
        cell(row | about, "impressions_outside", row["outside"], COUNT, choice.lang)
        for row in rows.to_dict("records")
        if row["outside_rows"]
    ]
    return outcome_table("left_out", figures, rows, choice.lang)


@kept("first", "last", "examples", "lang")
def pairs(warehouse: Warehouse, choice: Choice) -> Table:
    """How many pairs of channels there are (pairs), and how many of them differ (pairs_different)."""
    table = compared(warehouse, choice)
    if table.rows.empty:
        return table
    titles = ", ".join(dict.fromkeys(table.sources["publisher"]))
    row: dict[Any, Any] = {"status": max(table.rows["status"]), "titles": titles} | _together(choice)
    counted = {"pairs": table.rows, "pairs_different": table.rows[table.rows["differs"].astype(bool)]}
    figures = [
        cell(row, name, len(of), COUNT, choice.lang) | {"inputs": " ".join(of["figure_id"])}
        for name, of in counted.items()
    ]
    nothing = pd.DataFrame(columns=["note_id", "text"])
    return Table("pairs", pd.DataFrame(figures), nothing, table.sources)


def _together(choice: Choice) -> dict[str, Any]:
    days = months_code(choice.first, choice.last)
    return TOGETHER | {"channel": text("outcome.together", choice.lang), "days": days}
