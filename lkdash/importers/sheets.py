"""Excel workbooks as csv: the first sheet as a stream (openpyxl), values as text, formulas refused."""

import csv
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile

from lkdash.contracts import Finding, Refusal, refuse

HEAD = 60  # rows in which the header must stand
DECIMAL = "\u2396"  # stands for the decimal sign of a true number, which a printed one never has
Row = tuple[object, ...]
# What openpyxl and zipfile raise over flipped bytes: a part missing, no XML, "encrypted", a seek before 0.
DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    RuntimeError,
)


def sheet_as_csv(file: Path, target: Path) -> Path:
    """Write the first sheet to target; Refusal on a formula, naming its cell, or a damaged workbook."""
    with (
        warnings.catch_warnings(),
        file.open("rb") as received,  # openpyxl refuses a path by its ending, which a received file may lack
        target.open("w", encoding="utf-8", newline="") as written,
    ):
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know
        csv.writer(written, lineterminator="\n").writerows(_even(_rows(received)))
    return target


def readable(told: Finding) -> Finding:
    """The same with numbers of a sheet as a Belgian reader writes them: '12,5'."""
    return Finding(told.key, {name: value.replace(DECIMAL, ",") for name, value in told.values.items()})


def _rows(received: BinaryIO) -> Iterator[Row]:
    """The first sheet's rows; Refusal for whatever openpyxl stumbles over in a workbook."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import CellCoordinatesException

    try:
        book = load_workbook(received, read_only=True, data_only=False)
        sheet = book.worksheets[0]
        for each in book.worksheets:
            each.reset_dimensions()  # which some programs leave out or get wrong
        if not _filled(sheet):
            raise _empty(book.worksheets)
        yield from sheet.iter_rows()
        book.close()
    except (*DAMAGE, CellCoordinatesException) as error:
        raise refuse("truncated_sheet") from error


def _filled(sheet: Any) -> bool:
    return any(cell.value is not None for row in sheet.iter_rows() for cell in row)


def _empty(sheets: list[Any]) -> Refusal:
    """A refusal of a workbook of which the first sheet is empty, with the first that is not."""
    filled = next((sheet.title for sheet in sheets if _filled(sheet)), None)
    return refuse("first_sheet_empty", sheet=filled) if filled is not None else refuse("empty")


def _even(rows: Iterable[Row]) -> Iterator[list[str]]:
    """Rows as wide as the widest of the first ones: a sheet leaves out empty cells at the end."""
    cells = ([_text(cell) for cell in row] for row in rows)
    first = list(islice(cells, HEAD))
    width = max((len(row) for row in first), default=0)
    for row in chain(first, cells):
        yield row + [""] * (width - len(row))


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if getattr(cell, "data_type", "") == "f":
        raise refuse("formula", line=cell.row, column=cell.column_letter)  # type: ignore[attr-defined]
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(sep=" ")
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10f}".rstrip("0").replace(".", DECIMAL)
    return str(value)
