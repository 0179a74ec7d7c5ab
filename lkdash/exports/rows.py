"""Figures in long form, a line a figure with its papers: what csv, xlsx, json and parquet are made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lkdash.contracts import MARKS, Colophon, Lang, Status, Table
from lkdash.formats import is_missing
from lkdash.stories.citation import formula_words
from lkdash.texts import text

Cell = str | float | int | bool | date | None

FIGURE = (
    "figure_id",
    "period",
    "measure",
    "label",
    "value",
    "unit",
    "status",
    "mark",
    "shown",
    "bias",
    "printed",
    "formula",
    "place",
    "source",
)
PAPERS = ("title", "scope", "legend", "choice", "notes", "version", "made_on")
ALL_PAPERS = (*PAPERS, "units", "sources")  # for lines that do not word these themselves


@dataclass(frozen=True)
class Rows:
    """Lines of cells. columns: their names for machines. header: their names for readers."""

    columns: tuple[str, ...]
    header: tuple[str, ...]
    lines: Iterable[tuple[Cell, ...]]


def figure_rows(table: Table, lang: Lang) -> Rows:
    """Every figure of a table with status, mark and source in words; a share is 0 to 1."""
    titles = dict(zip(table.sources["source_id"], table.sources["title"], strict=True))
    names = _columns(table)
    lines = [_line(row, names, titles, lang) for row in table.rows.to_dict("records")]
    return Rows(names, headed(names, lang), lines)


def _columns(table: Table) -> tuple[str, ...]:
    """FIGURE, with the upper bound beside the value where a figure has one."""
    bounded = "value_high" in table.rows and bool(table.rows["value_high"].notna().any())
    after = FIGURE.index("value") + 1
    return (*FIGURE[:after], "value_high", *FIGURE[after:]) if bounded else FIGURE


def _line(
    row: dict[Any, Any], names: tuple[str, ...], titles: dict[str, str], lang: Lang
) -> tuple[Cell, ...]:
    status = Status(str(row["status"]))
    added = {
        "status": text(f"status.{status}", lang),
        "unit": text(f"unit_name.{row['unit']}", lang),
        "mark": MARKS.get(status),
        "shown": row["text"],
        "formula": formula_words(row, lang) or None,
        "printed": None if is_missing(row["value"]) and not status.missing else row["printed"],
        "bias": None if is_missing(row["bias"]) else text(f"bias.{row['bias']}", lang),
        "source": "; ".join(titles.get(name, name) for name in str(row["source_id"]).split()),
    }
    return tuple(plain((row | added)[name]) for name in names)


def with_papers(rows: Rows, told: Colophon, named: tuple[str, ...] = PAPERS) -> Rows:
    """The same lines, each followed by what the file says of itself: a line is whole when it is cut out."""
    said: dict[str, Cell] = {
        "notes": " ".join(f"{at}. {note}" for at, note in enumerate(told.notes, start=1)),
        "legend": "; ".join(told.legend),
        "sources": "; ".join(told.sources),
    }
    papers: tuple[Cell, ...] = tuple(said.get(name, getattr(told, name)) for name in named)
    lines = ((*line, *papers) for line in rows.lines)
    return Rows((*rows.columns, *named), (*rows.header, *headed(named, told.lang)), lines)


def papers_of(told: Colophon) -> dict[str, Any]:
    """What a file says of itself, by name, as plain values."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in vars(told).items()
    }


def frame_rows(frame: pd.DataFrame) -> Rows:
    """The rows of a dataset under its own column names."""
    names = tuple(str(name) for name in frame.columns)
    lines = (tuple(plain(cell) for cell in line) for line in frame.itertuples(index=False, name=None))
    return Rows(names, names, lines)


def plain(cell: Any) -> Cell:
    """A cell as a plain value: None where there is none, a date without its time."""
    if pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.date()
    plain_cell: Cell = cell.item() if hasattr(cell, "item") else cell
    return plain_cell


def headed(names: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """The names of columns in words."""
    return tuple(text(f"column.{name}", lang) for name in names)
