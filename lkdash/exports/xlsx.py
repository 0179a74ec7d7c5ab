"""Tables as Excel workbooks (XlsxWriter): real numbers with their marks, and nothing that is a formula."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import xlsxwriter

from lkdash.contracts import Colophon, Grid, Status, Table
from lkdash.exports.colophon import facts
from lkdash.exports.grid import grid, of_other_sources
from lkdash.exports.layout import LANGUAGES, numeric
from lkdash.exports.number_format import number_format, says_all
from lkdash.exports.order import printable
from lkdash.exports.rows import FIGURE, Cell, Rows, figure_rows
from lkdash.exports.xlsx_sheet import Look, Sheet
from lkdash.exports.zipped import copied
from lkdash.texts import text

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CORE = "docProps/core.xml"
WIDEST, NARROWEST = 44, 10  # characters
Figure = dict[Any, Any]


def table_xlsx(out: BinaryIO, table: Table, told: Colophon, by: str | None = None) -> None:
    """Write a cover, the table as on the page, a line a figure, notes and sources: a sheet each."""
    example = bool((table.rows["status"] == Status.DEMO).any())
    with _workbook(out, told, example=example) as book:
        _cover(book)
        _as_on_page(book.sheet("table"), table, told, by)
        _a_line_a_figure(book.sheet("figures", wrapped=False), table, told)
        _numbered(book.sheet("notes"), "notes", told.notes, told)
        _numbered(book.sheet("sources"), "sources", told.sources, told)


def rows_xlsx(out: BinaryIO, rows: Rows, told: Colophon, example: bool = False) -> None:
    """Write a cover and a sheet of rows, however many: one row at a time is in memory."""
    with _workbook(out, told, example=example, constant_memory=True) as book:
        _cover(book, (text("file.empty_cells", told.lang), (text("file.empty", told.lang),)))
        sheet = book.sheet("rows", wrapped=False)
        sheet.head(rows.header, tuple(max(12, len(name) + 3) for name in rows.header))
        for line in rows.lines:
            sheet.line(line)


@dataclass
class Book:
    """A workbook being written, and what it says of itself."""

    workbook: xlsxwriter.Workbook
    look: Look
    told: Colophon
    example: bool

    def sheet(self, name: str, *, wrapped: bool = True) -> Sheet:
        """A new sheet; where figures are made up its name says so."""
        lang = self.told.lang
        word = f" {text('status.demo', lang)}" if self.example else ""
        sheet = self.workbook.add_worksheet(text(f"file.{name}", lang) + word)
        return Sheet(sheet, self.look, name, wrapped)


@contextmanager
def _workbook(out: BinaryIO, told: Colophon, *, example: bool, **options: Any) -> Iterator[Book]:
    """A workbook with its properties, in `out` when it is done; the same content gives the same bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.xlsx"
        workbook = xlsxwriter.Workbook(file, SAFE | {"tmpdir": folder} | options)
        said = {"title": told.title, "subject": told.scope[:255], "comments": told.version}
        made = {"author": "lkdash", "created": datetime.combine(told.made_on, time())}
        workbook.set_properties({name: printable(words) for name, words in said.items()} | made)
        yield Book(workbook, Look(workbook), told, example)
        workbook.close()
        end = b"</cp:coreProperties>"
        language = f"<dc:language>{LANGUAGES[told.lang]}</dc:language>".encode()
        copied(file, out, {CORE: (end, language + end)})


def _cover(book: Book, *more: tuple[str, tuple[str, ...]]) -> None:
    """What the file says of itself under its title: a line a fact, its name in each."""
    sheet = book.sheet("cover")
    sheet.title(book.told.title)
    for name, lines in (*facts(book.told), *more):
        for line in lines:
            sheet.line((name, line), bold=True)


def _as_on_page(sheet: Sheet, table: Table, told: Colophon, by: str | None) -> None:
    """The table as the page shows it; a figure with a value is a number that shows its mark."""
    words = grid(table, told.title, told.lang, by)
    figures = {at: row for at, row in _placed(table).items() if says_all(row, told.lang)}
    sheet.head(words.header, _widths(words), numeric(words))
    for at, line in enumerate(words.rows):
        known = [figures.get((at, column)) for column in range(len(line))]
        cells = [row["value"] if row else cell for row, cell in zip(known, line, strict=True)]
        sheet.line(tuple(cells), tuple(_format(row, told) for row in known), bold=True)
    sheet.end()


def _placed(table: Table) -> dict[tuple[int, int], Figure]:
    """The figure in each cell of the table as the page shows it, by line and column."""
    records = table.rows.to_dict("records")
    if of_other_sources(table):
        return {(at, 2): row for at, row in enumerate(records)}
    labels = list(dict.fromkeys(table.rows["label"]))
    periods = table.periods
    return {(periods.index(row["period"]), labels.index(row["label"]) + 1): row for row in records}


def _format(figure: Figure | None, told: Colophon) -> str | None:
    return None if figure is None else number_format(figure, told.lang)


def _widths(words: Grid) -> tuple[int, ...]:
    """Wide enough for the longest word and cell, within bounds."""
    columns = zip(words.header, *words.rows, strict=True)
    longest = (max(*map(len, cells), *map(len, name.split())) + 2 for name, *cells in columns)
    return tuple(max(NARROWEST, min(WIDEST, width)) for width in longest)


def _a_line_a_figure(sheet: Sheet, table: Table, told: Colophon) -> None:
    """Every figure with its papers; a figure without a value says why, an empty cell says that it is."""
    rows = figure_rows(table, told.lang)
    value, shown = FIGURE.index("value"), FIGURE.index("shown")
    sheet.head(rows.header, tuple(WIDTHS.get(name, 16) for name in rows.columns))
    for line, figure in zip(rows.lines, table.rows.to_dict("records"), strict=True):
        cells: list[Cell] = [text("file.none", told.lang) if cell is None else cell for cell in line]
        if line[value] is None:
            cells[value] = line[shown]
        formats: list[str | None] = [None] * len(cells)
        formats[value] = _format(figure, told)
        sheet.line(tuple(cells), tuple(formats), bold=True)
    sheet.end()


WIDTHS = {"figure_id": 20, "label": 32, "value": 24, "shown": 30, "formula": 32, "place": 44, "source": 44}


def _numbered(sheet: Sheet, name: str, lines: tuple[str, ...], told: Colophon) -> None:
    header = (text("column.number", told.lang), text(f"document.{name}", told.lang))
    sheet.head(header, (9, 120))
    for at, line in enumerate(lines, start=1):
        sheet.line((at, line))
    if not lines:
        sheet.line((0, text("file.none", told.lang)))
    sheet.end()
