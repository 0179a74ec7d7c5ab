"""Tables as Excel workbooks (XlsxWriter): real numbers with their marks, and nothing that is a formula."""

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import BinaryIO

from lkdash.contracts import Colophon, Status, Table
from lkdash.exports.grid import grid
from lkdash.exports.layout import numeric
from lkdash.exports.number_format import number_format
from lkdash.exports.rows import Cell, Rows, figure_rows
from lkdash.exports.xlsx_book import cover, numbered, workbook
from lkdash.exports.xlsx_columns import Column, columns, ranges
from lkdash.exports.xlsx_sheet import Sheet
from lkdash.formats import is_missing
from lkdash.texts import text

WIDEST, NARROWEST = 44, 10  # characters


def table_xlsx(out: BinaryIO, table: Table, told: Colophon, by: str | None = None) -> None:
    """Write a cover, the table as on the page, a line a figure, notes and sources: a sheet each."""
    example = bool((table.rows["status"] == Status.DEMO).any())
    with workbook(out, told, example=example) as book:
        cover(book, *_told_of_ranges(table, told))
        _as_on_page(book.sheet("table"), table, told, by)
        _a_line_a_figure(book.sheet("figures", wrapped=False), table, told)
        numbered(book.sheet("notes"), "notes", told.notes, told)
        numbered(book.sheet("sources"), "sources", told.sources, told)


def rows_xlsx(
    out: BinaryIO,
    rows: Rows,
    told: Colophon,
    example: bool = False,
    formats: Iterable[tuple[str | None, ...]] = repeat(()),
) -> None:
    """Write a cover, a sheet of rows, notes and sources, however many rows: one at a time is in memory.

    formats: for each row how its numbers are shown, a cell each, or nothing.
    """
    with workbook(out, told, example=example, constant_memory=True) as book:
        cover(book, (text("file.empty_cells", told.lang), (text("file.empty", told.lang),)))
        sheet = book.sheet("rows", wrapped=False)
        sheet.head(rows.header, tuple(max(12, len(name) + 3) for name in rows.header))
        for line, shown in zip(rows.lines, formats, strict=False):
            sheet.line(line, shown)
        numbered(book.sheet("notes"), "notes", told.notes, told, streamed=True)
        numbered(book.sheet("sources"), "sources", told.sources, told, streamed=True)


def _as_on_page(sheet: Sheet, table: Table, told: Colophon, by: str | None) -> None:
    """The table as the page shows it; a figure with a value is a number that shows its mark."""
    words = grid(table, told.title, told.lang, by)
    made = columns(words, table, told.lang)
    flush = dict(zip(words.header, numeric(words), strict=True))
    right = tuple(column.numeric or flush.get(column.name, False) for column in made)
    sheet.head(tuple(column.name for column in made), tuple(map(_width, made)), right)
    for at in range(len(words.rows)):
        cells = tuple(column.cells[at] for column in made)
        sheet.line(cells, tuple(column.formats[at] for column in made), bold=True)
    sheet.end()


def _told_of_ranges(table: Table, told: Colophon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For the cover: where the numbers stand that the page shows within one cell."""
    lines = tuple(text(f"file.{kind}", told.lang) for kind in ranges(table))
    if lines:
        yield text("file.table", told.lang), lines


def _width(column: Column) -> int:
    """Wide enough for the longest word of its name and the longest cell, within bounds."""
    longest = max(map(len, (*column.shown, *column.name.split())))
    return max(NARROWEST, min(WIDEST, longest + 2 + longest // 10))


def _a_line_a_figure(sheet: Sheet, table: Table, told: Colophon) -> None:
    """Every figure with its papers; a figure without a value says why, an empty cell says that it is."""
    rows = figure_rows(table, told.lang)
    value, shown = rows.columns.index("value"), rows.columns.index("shown")
    sheet.head(rows.header, tuple(WIDTHS.get(name, 16) for name in rows.columns))
    for line, figure in zip(rows.lines, table.rows.to_dict("records"), strict=True):
        cells: list[Cell] = [text("file.none", told.lang) if cell is None else cell for cell in line]
        if line[value] is None:
            cells[value] = line[shown]
        formats: list[str | None] = [None] * len(cells)
        for end in ("value", "value_high"):
            if end in rows.columns and not is_missing(figure[end]):
                formats[rows.columns.index(end)] = number_format(figure, told.lang)
        sheet.line(tuple(cells), tuple(formats), bold=True)
    sheet.end()


WIDTHS = {"figure_id": 20, "label": 32, "value": 24, "shown": 30, "formula": 32, "place": 44, "source": 44}
