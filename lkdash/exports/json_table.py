"""Rows as JSON: what the file says of itself, and a record a row; written one at a time."""

import json
from typing import Any, BinaryIO

from lkdash.exports.rows import Cell, Rows


def write_json(out: BinaryIO, rows: Rows, papers: dict[str, Any]) -> None:
    """Write {"papers": …, "rows": [a record a line]}; missing values are null, dates are ISO 8601."""
    out.write(f'{{"papers": {_told(papers)},\n"rows": ['.encode())
    between = "\n"
    for line in rows.lines:
        out.write((between + _told(_record(rows, line))).encode())
        between = ",\n"
    out.write(b"\n]}\n")


def _record(rows: Rows, line: tuple[Cell, ...]) -> dict[str, Cell]:
    return dict(zip(rows.columns, line, strict=True))


def _told(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str, allow_nan=False)
