"""What a rate is computed from: its two sides, each of only those rows that tell both.

Where some rows tell one side alone, the sum of what is shown is not what the rate counts with: then the side
is a figure of its own.
"""

import math
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.grouped import grouped
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import outcome
from lkdash.measures.outcome_table import outcome_table
from lkdash.measures.rates import SIDES


@kept("first", "last", "examples", "lang", "by")
def sides(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a group (Choice.by) and side of a rate that it tells, where the side is not the whole sum."""
    return sides_of(grouped(warehouse, choice), choice.lang)


def sides_of(rows: pd.DataFrame, lang: Lang) -> Table:
    """The same of these rows, as `grouped` makes them."""
    figures = [
        outcome(row, side, lang)
        for row in rows.to_dict("records")
        for side, whole in SIDES.items()
        if _is_part(row, side, whole)
    ]
    return outcome_table("sides", figures, rows, lang)


def _is_part(row: dict[Any, Any], side: str, whole: str) -> bool:
    return not is_missing(row[side]) and not math.isclose(row[side], row[whole])
