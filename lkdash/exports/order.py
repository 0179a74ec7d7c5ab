"""A document from its title to its last line, for every format: the blocks, then what it says of itself."""

import re
from dataclasses import replace
from typing import Any

from lkdash.contracts import HEADER, Block, Bullets, Document, Grid, Heading, Paragraph, Picture
from lkdash.exports.colophon import facts
from lkdash.texts import text

# What no XML file may hold, and what turns the direction of writing: a paste can carry both.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def whole(document: Document) -> Document:
    """The document with its colophon as the last blocks, without characters that cannot be printed."""
    told = document.colophon
    said: dict[str, Any] = {n: printable(getattr(told, n)) for n in ("title", "scope", "version")}
    blocks = (*document.blocks, *closing(document))
    return Document(tuple(_printable(block) for block in blocks), replace(told, **said))


def closing(document: Document) -> tuple[Block, ...]:
    """The colophon as the last blocks of a document; notes that it said already are not said again."""
    told = document.colophon
    grids = {note for block in document.blocks if isinstance(block, Grid) for note in block.notes}
    said = grids | {item for block in document.blocks if isinstance(block, Bullets) for item in block.items}
    left = tuple(note for note in told.notes if note not in said)
    about = text("document.about", told.lang)
    header = (text("document.fact", told.lang), text("document.words", told.lang))
    rows = tuple((name, "\n".join(lines)) for name, lines in facts(told))
    notes = (Heading(text("document.notes", told.lang)), Bullets(left, numbered=True)) if left else ()
    return (*notes, Heading(about), Grid(text("document.caption", told.lang), header, rows))


def printable(words: str) -> str:
    """The same words without characters that cannot be printed."""
    return UNPRINTABLE.sub("", words)


def _printable(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, text=printable(block.text))
        case Bullets():
            return replace(block, items=_each(block.items))
        case Picture():
            return replace(
                block,
                alt=printable(block.alt),
                caption=printable(block.caption),
                below=printable(block.below),
            )
        case Grid():
            shown = noted(block)
            return Grid(
                caption=printable(shown.caption),
                header=_each(shown.header),
                rows=tuple(_each(row) for row in shown.rows),
                notes=_each(shown.notes),
                source=printable(shown.source),
                below=_each(shown.below),
            )


def noted(grid: Grid) -> Grid:
    """The grid with the numbers of its notes at what they are on: '125.529 [e] (2)'."""
    header = _numbered(grid, HEADER, grid.header)
    rows = tuple(_numbered(grid, at, row) for at, row in enumerate(grid.rows))
    return replace(grid, header=header, rows=rows)


def _numbered(grid: Grid, line: int, cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a line with the numbers of the notes that are on them."""
    numbers: dict[int, list[str]] = {}
    for mark in grid.marks:
        if mark.line == line:
            numbers.setdefault(mark.column, []).append(str(mark.note))
    return tuple(
        f"{cell} ({', '.join(numbers[at])})" if at in numbers else cell for at, cell in enumerate(cells)
    )


def _each(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(printable(one) for one in words)
