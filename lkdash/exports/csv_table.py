"""Rows as csv: for Belgian Excel (byte-order mark, semicolons, decimal comma), or for machines (commas)."""

import csv
import io
from datetime import date
from typing import BinaryIO

from lkdash.exports.rows import Cell, Rows

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(out: BinaryIO, rows: Rows, comma: bool = False) -> None:
    """Write a header and a line a row, one at a time. comma: also decimal points, no byte-order mark."""
    encoding = "utf-8" if comma else "utf-8-sig"
    words = io.TextIOWrapper(out, encoding, newline="")
    writer = csv.writer(words, delimiter="," if comma else ";", lineterminator="\r\n")
    writer.writerow(rows.columns if comma else rows.header)
    writer.writerows([harmless(cell, comma) for cell in line] for line in rows.lines)
    words.flush()
    words.detach()


def harmless(cell: Cell, comma: bool = False) -> str:
    """A cell that no spreadsheet takes for a formula: a number as it is, words with a sign as words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        written = f"{cell:.15g}"
        return written if comma else written.replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int) or not cell.startswith(FORMULA_STARTS):
        return str(cell)
    return f"'{cell}"
