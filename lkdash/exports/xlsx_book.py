"""A workbook being written: its properties and safety, its cover, and its sheets of numbered lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import xlsxwriter

from lkdash.contracts import Colophon
from lkdash.exports.colophon import facts
from lkdash.exports.layout import LANGUAGES
from lkdash.exports.order import printable
from lkdash.exports.xlsx_sheet import Look, Sheet
from lkdash.exports.zipped import copied
from lkdash.texts import text

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CORE = "docProps/core.xml"


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
def workbook(out: BinaryIO, told: Colophon, *, example: bool, **options: Any) -> Iterator[Book]:
    """A workbook with its properties, in `out` when it is done; the same content gives the same bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.xlsx"
        made = xlsxwriter.Workbook(file, SAFE | {"tmpdir": folder} | options)
        said = {"title": told.title, "subject": told.scope[:255], "comments": told.version}
        maker = {"author": "lkdash", "created": datetime.combine(told.made_on, time())}
        made.set_properties({name: printable(words) for name, words in said.items()} | maker)
        yield Book(made, Look(made), told, example)
        made.close()
        end = b"</cp:coreProperties>"
        language = f"<dc:language>{LANGUAGES[told.lang]}</dc:language>".encode()
        copied(file, out, {CORE: (end, language + end)})


def cover(book: Book, *more: tuple[str, tuple[str, ...]]) -> None:
    """What the file says of itself under its title: a line a fact, its name in each."""
    sheet = book.sheet("cover")
    sheet.title(book.told.title)
    for name, lines in (*facts(book.told), *more):
        for line in lines:
            sheet.line((name, line), bold=True)


def numbered(
    sheet: Sheet, name: str, lines: tuple[str, ...], told: Colophon, *, streamed: bool = False
) -> None:
    """A sheet of numbered lines, or one that says that there are none. streamed: no table around it."""
    header = (text("column.number", told.lang), text(f"document.{name}", told.lang))
    sheet.head(header, (9, 120))
    for at, line in enumerate(lines, start=1):
        sheet.line((at, line))
    if not lines:
        sheet.line((0, text("file.none", told.lang)))
    if not streamed:
        sheet.end()
