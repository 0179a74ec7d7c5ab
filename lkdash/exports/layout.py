"""How a table of words lies on a page: widths and alignment, the same in every document format."""

import math
import re
from collections.abc import Sequence

from lkdash.contracts import Block, Grid, Heading, Lang, Paragraph

LANGUAGES: dict[Lang, str] = {"nl": "nl-BE", "en": "en-GB"}  # what Word and LibreOffice can spell-check
NUMBER = re.compile(r"[+\u2212-]?\d[\d.,]*")
NOTED = re.compile(r" \((?=\d+(, \d+)*\)$)")  # the numbers of notes behind a cell
MARKED = re.compile(r"\](?: \([\d, ]+\))?$")
DATE = re.compile(r"\d{4}[-/ ]|\d{1,2} [a-z]")
WIDEST_WORD = 22  # characters; a longer one (an address) is broken
FULL = 2.4  # how fast a column widens with its longest cell
MANY = 6  # columns; with more the type is a little smaller
KEPT_WHOLE = 12  # rows; a longer table may run over pages, under its repeated header
LONG = 32  # characters; first cells that are longer are no labels, and not bold


def widths(grid: Grid) -> tuple[float, ...]:
    """The part of the page's width for each column: no word breaks, and long text gets the room."""
    weights = [_weight([name, *cells]) for name, cells in _columns(grid)]
    return tuple(weight / sum(weights) for weight in weights)


def numeric(grid: Grid) -> tuple[bool, ...]:
    """For each column: does it hold numbers, so that it is set flush right? Never the first."""
    found = [2 * sum(map(_is_number, cells)) >= max(1, len(cells)) for _, cells in _columns(grid)]
    return (False, *found[1:])


def bold_rows(grid: Grid) -> bool:
    """Are the row's headers short enough to be bold?"""
    return max(len(row[0]) for row in grid.rows) <= LONG if grid.rows else True


def leading(blocks: Sequence[Block]) -> list[bool]:
    """For each block: is it a paragraph that no page may end with?

    It announces what follows, or it is all that stands between a heading and the next one.
    """
    around = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    return [
        isinstance(block, Paragraph)
        and (block.text.endswith(":") or (isinstance(before, Heading) and isinstance(after, Heading)))
        for before, block, after in around
    ]


def lines(cell: str) -> list[str]:
    """The lines of a cell; no line breaks before a percent sign, a mark or a note's number."""
    return [
        NOTED.sub("\u00a0(", line.replace(" %", "\u00a0%").replace(" [", "\u00a0["))
        for line in cell.split("\n")
    ]


def _columns(grid: Grid) -> list[tuple[str, list[str]]]:
    return [(name, [row[at] for row in grid.rows]) for at, name in enumerate(grid.header)]


def _weight(cells: list[str]) -> float:
    words = [word for cell in cells for line in lines(cell) for word in line.split(" ")]
    longest = max(min(len(word), WIDEST_WORD) for word in words)
    return max(longest + 1.0, FULL * math.sqrt(max(len(cell) for cell in cells)))


def _is_number(cell: str) -> bool:
    return bool(MARKED.search(cell)) or bool(NUMBER.match(cell) and not DATE.match(cell))
