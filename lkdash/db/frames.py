"""What a query gives, as a pandas table: pandas is loaded by who asks for one, and not by an import."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import pandas as pd


def frame(found: duckdb.DuckDBPyConnection | duckdb.DuckDBPyRelation) -> pd.DataFrame:
    """The rows that were asked for."""
    _settle()
    rows: pd.DataFrame = found.df()
    return rows


@cache
def _settle() -> None:
    import pandas as pd

    pd.set_option("mode.string_storage", "python")  # for tables of few rows twice as quick as Arrow's
