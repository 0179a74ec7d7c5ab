"""Excel workbooks as csv: the first sheet as a stream (openpyxl), values as text, formulas refused."""

import csv
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from lkdash.contracts import refuse

HEAD = 60  # rows in which the header must stand
DECIMAL = "\u2396"  # stands for the decimal sign of a true number, which a printed one never has


def sheet_as_csv(file: Path, target: Path) -> Path:
    """Write the first sheet to target; Refusal on a formula, naming its cell, or a damaged workbook."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know
        try:
            book = load_workbook(file, read_only=True, data_only=False)
            sheet = book.worksheets[0]
            with target.open("w", encoding="utf-8", newline="") as opened:
                sheet.reset_dimensions()  # which some programs leave out or get wrong
                csv.writer(opened, lineterminator="\n").writerows(_even(sheet.iter_rows()))
            book.close()
        except (
            BadZipFile,
            ParseError,
            KeyError,
            ValueError,
            EOFError,
            OSError,
            IndexError,
            TypeError,
        ) as error:
            raise refuse("truncated_sheet") from error
        except Exception as error:
            if type(error).__module__.startswith(("openpyxl", "zlib", "lxml", "xml")):
                raise refuse("truncated_sheet") from error
            raise
    return target


def _even(rows: Iterable[tuple[object, ...]]) -> Iterator[list[str]]:
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
