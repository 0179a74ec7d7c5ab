"""Turns the rows of a query into a Table: words in the reader's language, notes and sources."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lkdash.contracts import Asked, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing, marked, number
from lkdash.measures.kept import kept
from lkdash.texts import text

NOTED = {"measures": "measure", "periods": "period", "kinds": "period_kind", "statuses": "status"}
WRITTEN = ("value", "unit", "status", "decimals", "signed")  # what a figure is written from


def asked_for(warehouse: Warehouse, name: str, asked: Asked, lang: Lang) -> Table:
    """The Table of one query, with its papers."""
    return with_papers(warehouse, name, warehouse.query(asked.query, **asked.parameters), lang, asked)


def with_papers(warehouse: Warehouse, name: str, rows: pd.DataFrame, lang: Lang, *asked: Asked) -> Table:
    """A Table of these figure rows. Adds label, definition, formula and text in this language."""
    return of_rows(warehouse, name, _worded(rows, lang), lang, *asked)


def of_rows(warehouse: Warehouse, name: str, worded: pd.DataFrame, lang: Lang, *asked: Asked) -> Table:
    """A Table of rows that are in words already: with the notes and sources that belong to them."""
    return Table(name, worded, _notes(warehouse, worded, lang), _sources(warehouse, worded, lang), asked)


def _worded(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    plain = rows.astype({"value": "object"}) if rows.empty else rows
    cells: dict[str, Any] = {
        "label": rows[f"label_{lang}"],
        "definition": rows[f"definition_{lang}"],
        "formula": none_for_missing(rows[f"formula_{lang}"]),
        "bias": none_for_missing(rows["bias"]),
        "place": none_for_missing(rows[f"place_{lang}"]),
        "text": [figure_text(row, lang) for row in rows[list(WRITTEN)].to_dict("records")],
    }
    own = {str(name): plain[name] for name in plain if not str(name).endswith(("_nl", "_en"))}
    return pd.DataFrame(own | cells, index=plain.index)


def none_for_missing(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """The same column with None where there is nothing."""
    return pd.Series([None if is_missing(cell) else cell for cell in column], column.index, "object")


def figure_text(row: dict[Any, Any], lang: Lang) -> str:
    """How a figure is written: '125.529 [e]', 'ongeveer 600.000', 'nog niet geteld [x]'."""
    value, status = row["value"], Status(str(row["status"]))
    if is_missing(value) and not status.missing:
        return text("status.hidden", lang)
    if is_missing(value):
        return marked(text(f"status.{status}", lang), status)
    decimals, signed = int(row["decimals"]), bool(row["signed"])
    plain = number(value, str(row["unit"]), lang=lang, decimals=decimals, signed=signed)
    if row["unit"] == "points":
        plain = text("unit.points", lang, value=plain)
    if status == Status.APPROXIMATE:
        plain = text("status.about", lang, value=plain)
    return marked(plain, status)


def notes_of(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The remarks that belong to these figures: note_id, text. rows: with the columns of NOTED."""
    lists = {name: rows[column].astype(str).tolist() for name, column in NOTED.items()}
    found = warehouse.query("notes", **lists)
    return pd.DataFrame({"note_id": found["note_id"], "text": found[lang]})


def known_errors(warehouse: Warehouse, subjects: Mapping[str, str], lang: Lang) -> pd.DataFrame:
    """The same for the known errors of a source in these figures; its note_id is the figure's id.

    subjects: figure id → what the figure is about.
    """
    known = warehouse.query("deviations")
    rows = known[known["figure_id"].isin(subjects)].to_dict("records")
    told = [
        text("note.known_error", lang, subject=subjects[row["figure_id"]], reason=row[f"reason_{lang}"])
        for row in rows
    ]
    return pd.DataFrame({"note_id": [row["figure_id"] for row in rows], "text": told}, dtype="object")


def _notes(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    named = rows[["figure_id", "label", "period"]].itertuples(index=False, name=None)
    subjects = {figure: f"{label}, {period}" for figure, label, period in named}
    found = [notes_of(warehouse, rows, lang), known_errors(warehouse, subjects, lang)]
    return pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True)


def _sources(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    named = {name for ids in rows["source_id"].dropna().unique() for name in str(ids).split()}
    return _known_sources(warehouse, lang, frozenset(named))


@kept()
def _known_sources(warehouse: Warehouse, lang: Lang, named: frozenset[str]) -> pd.DataFrame:
    known = warehouse.query("sources")
    columns = {f"{name}_{lang}": name for name in ("title", "short", "date")}
    return known[known["source_id"].isin(named)].rename(columns=columns)
