"""What an answer or table file is made of before it becomes docx, odt, pdf or html: words and grids only."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from lkdash.contracts.choice import Lang
from lkdash.contracts.mention import Mention, mentions, plain


@dataclass(frozen=True)
class Heading:
    """A heading below the document's title; level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; a page links the figures that it mentions."""

    text: str
    mentions: tuple[Mention, ...] = ()

    @classmethod
    def of(cls, told: str) -> Self:
        """A sentence of the stories as it is read, and where its figures stand."""
        return cls(plain(told), mentions(told))


@dataclass(frozen=True)
class Bullets:
    """A list; `numbered` counts from 1, so that remarks can be referred to."""

    items: tuple[str, ...]
    numbered: bool = False


HEADER = -1  # the line of a note's mark that stands in the header


class NoteMark(NamedTuple):
    """The number of a note, and where it is on: the line (or HEADER) and column of a grid."""

    note: int
    line: int
    column: int


@dataclass(frozen=True)
class Grid:
    """A table in words, as the page shows it: the first row and the first column are headers.

    caption: its title. Every cell carries its mark ('125.529 [e]', 'nog niet geteld [x]'); no cell is empty
    without a word. notes: numbered, printed under it. source: its source line. marks: what the notes are on;
    a file shows their numbers there. below: lines under the source line, such as how we computed what.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    source: str = ""
    marks: tuple[NoteMark, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A chart as PNG, with the text for whoever cannot see it. caption: its title, printed above it.

    below: what its signs mean, printed under it.
    """

    png: bytes
    alt: str
    caption: str = ""
    below: str = ""


Block = Heading | Paragraph | Bullets | Grid | Picture


@dataclass(frozen=True)
class Colophon:
    """What every file says of itself, in words of its language.

    scope: subject and periods. units: of the figures. legend: a line a status that occurs. notes, sources: as
    on the page. choice: the reader's filters in words. version: of the data. figure_ids: quoted in the file.
    """

    title: str
    lang: Lang
    scope: str
    units: str
    legend: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    choice: str
    version: str
    made_on: date
    figure_ids: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A whole document: its blocks in order; the colophon comes last in every format."""

    blocks: tuple[Block, ...]
    colophon: Colophon
