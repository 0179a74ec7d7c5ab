"""One sheet of a workbook, written a line at a time: header, cells with their formats, and how it prints."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lkdash.contracts import refuse
from lkdash.exports.order import printable
from lkdash.exports.rows import Cell
from lkdash.theme import ACCENT, RULE, TEXT

MOST = 32_767  # characters that a cell can hold
ROWS = 1_048_576  # rows that a sheet can hold
MOST_COLUMNS = 9  # on a page's width
DAY = "yyyy-mm-dd"
LINE = 15.5  # points: the height of a line of type
TYPE = {"font_name": "Calibri", "font_size": 11, "font_color": TEXT, "valign": "top"}
LINED = TYPE | {"bottom": 1, "bottom_color": RULE}


@dataclass
class Look:
    """The formats of a workbook, each made once."""

    book: Workbook
    known: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def of(self, **wanted: Any) -> Any:
        """A new format with these properties."""
        return self.book.add_format(wanted)

    def cell(self, number: str | None, bold: bool, right: bool, wrapped: bool) -> Any:
        """A cell of a table: how its number is shown, and how it is set."""
        key = (number, bold, right, wrapped)
        if key not in self.known:
            more: dict[str, Any] = {"bold": True} if bold else {}
            more |= {"num_format": number} if number else {}
            more |= {"align": "right"} if right else {}
            self.known[key] = self.of(**LINED | more | ({"text_wrap": True} if wrapped else {}))
        return self.known[key]

    def head(self, right: bool) -> Any:
        """A header cell."""
        aligned = {"align": "right"} if right else {}
        bold = {"bold": True, "valign": "bottom", "top": 2, "bottom_color": TEXT, "text_wrap": True}
        return self.of(**LINED | bold | aligned)


@dataclass
class Sheet:
    """A sheet and the line that comes next. wrapped: lines are as high as their words need."""

    sheet: Worksheet
    look: Look
    name: str
    wrapped: bool = True
    header: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    right: tuple[bool, ...] = ()
    at: int = 0

    def title(self, words: str) -> None:
        """The workbook's title, above a yellow rule."""
        self._page((26, 110))
        title = self.look.of(**TYPE | {"bold": True, "font_size": 18, "bottom": 5, "bottom_color": ACCENT})
        self.sheet.set_row(0, 30)
        self.sheet.write_string(0, 0, printable(words), title)
        self.sheet.write_blank(0, 1, None, title)
        self.at = 2

    def head(self, header: tuple[str, ...], widths: tuple[int, ...], right: tuple[bool, ...] = ()) -> None:
        """The header: in sight while scrolling, and on every printed page. right: columns set flush right."""
        self.header = tuple(printable(name) for name in header)
        self.right = right or (False,) * len(header)
        self._page(widths)
        self.sheet.freeze_panes(1, 1)
        self.sheet.repeat_rows(0)
        self.sheet.set_row(0, self._height(self.header))
        for column, name in enumerate(self.header):
            self.sheet.write_string(0, column, name, self.look.head(self.right[column]))
        self.at = 1

    def line(self, cells: tuple[Cell, ...], formats: tuple[str | None, ...] = (), bold: bool = False) -> None:
        """A line of cells; formats: how its numbers are shown. An empty cell stays so."""
        if self.at >= ROWS:
            raise refuse("too_many_rows", rows=ROWS)
        if self.wrapped:
            self.sheet.set_row(self.at, self._height(cells))
        for column, cell in enumerate(cells):
            number = DAY if isinstance(cell, date) else formats[column] if formats else None
            right = bool(self.right) and self.right[column]
            look = self.look.cell(number, bold and column == 0, right, self.wrapped)
            self._write(column, cell, look)
        self.at += 1

    def _write(self, column: int, cell: Cell, look: Any) -> None:
        if cell is None:
            self.sheet.write_blank(self.at, column, None, look)
        elif isinstance(cell, bool):
            self.sheet.write_boolean(self.at, column, cell, look)
        elif isinstance(cell, int | float):
            self.sheet.write_number(self.at, column, cell, look)
        elif isinstance(cell, date):
            self.sheet.write_datetime(self.at, column, datetime.combine(cell, time()), look)
        else:
            self.sheet.write_string(self.at, column, printable(cell)[:MOST], look)

    def end(self) -> None:
        """Make the lines a table with a header row that programs know; not for lines that were streamed."""
        columns = [
            {"header": name, "header_format": self.look.head(right)}
            for name, right in zip(self.header, self.right, strict=True)
        ]
        said = {"columns": columns, "name": self.name.title(), "style": None, "autofilter": False}
        self.sheet.add_table(0, 0, self.at - 1, len(self.header) - 1, said)

    def _height(self, cells: tuple[Cell, ...]) -> float:
        """Enough for the words, set in lines as wide as their column; a number stands on one."""
        words = (
            (cell, width) for cell, width in zip(cells, self.widths, strict=True) if isinstance(cell, str)
        )
        return LINE * max([1, *(ceil(len(cell) * 1.1 / width) for cell, width in words)])

    def _page(self, widths: tuple[int, ...]) -> None:
        """A4 on its side, numbered; as wide as the paper or, with many columns, as two, the first on both."""
        self.widths = widths
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        wide = len(widths) > MOST_COLUMNS
        self.sheet.fit_to_pages(2 if wide else 1, 0)
        if wide:
            self.sheet.repeat_columns(0)
        self.sheet.hide_gridlines(2)
        self.sheet.set_footer("&R&P / &N")
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
