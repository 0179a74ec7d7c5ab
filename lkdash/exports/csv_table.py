"""A Table as csv for Belgian Excel: UTF-8 with byte-order mark, semicolons, decimal comma."""

import csv
import io

from lkdash.contracts import MARKS, Lang, Status, Table
from lkdash.formats import is_missing
from lkdash.texts import text

COLUMNS = (
    "figure_id",
    "period",
    "measure",
    "label",
    "value",
    "unit",
    "status",
    "mark",
    "bias",
    "printed",
    "formula",
    "place",
    "source",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table, lang: Lang) -> bytes:
    """The figure rows of a table, one line a figure, with status, mark and source; headers translated."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([text(f"column.{name}", lang) for name in COLUMNS])
    titles = dict(zip(table.sources["source_id"], table.sources["title"], strict=True))
    for row in table.rows.to_dict("records"):
        writer.writerow(_line({str(name): cell for name, cell in row.items()}, titles, lang))
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def _line(row: dict[str, object], titles: dict[str, str], lang: Lang) -> list[str]:
    status = Status(str(row["status"]))
    added = {
        "status": text(f"status.{status}", lang),
        "unit": text(f"unit_name.{row['unit']}", lang),
        "mark": MARKS.get(status, ""),
        "bias": "" if is_missing(row["bias"]) else text(f"bias.{row['bias']}", lang),
        "source": "; ".join(titles.get(name, name) for name in str(row["source_id"]).split()),
    }
    return [harmless((row | added)[name]) for name in COLUMNS]


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula; numbers get a decimal comma."""
    if is_missing(cell):
        return ""
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    plain = str(cell)
    return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain
