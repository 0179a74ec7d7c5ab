"""Tables as Excel workbooks (XlsxWriter): real numbers with their marks, and nothing that is a formula."""

from collections.abc import Iterable
from itertools import repeat
from typing import Any, BinaryIO

from lkdash.contracts import Colophon, Grid, Status, Table
from lkdash.exports.grid import grid, of_other_sources
from lkdash.exports.layout import numeric
from lkdash.exports.number_format import number_format, says_all
from lkdash.exports.rows import Cell, Rows, figure_rows
from lkdash.exports.xlsx_book import cover, numbered, workbook
from lkdash.exports.xlsx_sheet import Sheet
from lkdash.texts import text

WIDEST, NARROWEST = 44, 10  # characters
Figure = dict[Any, Any]


def table_xlsx(out: BinaryIO, table: Table, told: Colophon, by: str | None = None) -> None:
    """Write a cover, the table as on the page, a line a figure, notes and sources: a sheet each."""
    example = bool((table.rows["status"] == Status.DEMO).any())
    with workbook(out, told, example=example) as book:
        cover(book)
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
    value, shown = rows.columns.index("value"), rows.columns.index("shown")
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
