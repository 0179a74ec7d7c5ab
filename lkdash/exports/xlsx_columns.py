"""A table as on the page for a spreadsheet: a figure is a number, its interval or bounds stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkdash.contracts import Grid, Lang, Table
from lkdash.exports.grid import of_other_sources
from lkdash.exports.number_format import number_format, number_words
from lkdash.exports.rows import Cell
from lkdash.formats import is_missing, marked
from lkdash.texts import text

Figure = dict[Any, Any]
ENDS = {"interval": ("low", "high"), "bounds": ("value", "value_high")}  # what lies around → its two numbers


@dataclass(frozen=True)
class Column:
    """One column of a sheet: cells, how their numbers are shown, and the words that a reader then sees."""

    name: str
    cells: tuple[Cell, ...]
    formats: tuple[str | None, ...]
    shown: tuple[str, ...]

    @property
    def numeric(self) -> bool:
        """Does any cell hold a number?"""
        return any(not isinstance(cell, str) for cell in self.cells)


def columns(words: Grid, table: Table, lang: Lang) -> list[Column]:
    """The columns of the page's table, each followed by two a kind of range that any of its figures has."""
    figures = {at: row for at, row in _placed(table).items() if not is_missing(row["value"])}
    made: list[Column] = []
    for column, name in enumerate(words.header):
        said = [line[column] for line in words.rows]
        known = [figures.get((at, column)) for at in range(len(said))]
        made.append(_values(name, said, known, lang))
        made += _around(name, said, known, lang)
    return made


def ranges(table: Table) -> list[str]:
    """Which kinds of range any figure of this table has."""
    return [kind for kind in ENDS if any(_has(row, kind) for row in table.records)]


def _placed(table: Table) -> dict[tuple[int, int], Figure]:
    """The figure in each cell of the table as the page shows it, by line and column."""
    records = table.rows.to_dict("records")
    if of_other_sources(table):
        return {(at, 2): row for at, row in enumerate(records)}
    labels = list(dict.fromkeys(table.rows["label"]))
    periods = table.periods
    return {(periods.index(row["period"]), labels.index(row["label"]) + 1): row for row in records}


def _values(name: str, said: list[str], figures: list[Figure | None], lang: Lang) -> Column:
    """The values themselves; of bounds the least, with the word 'minstens'."""
    cells = [row["value"] if row else words for row, words in zip(figures, said, strict=True)]
    least = [row is not None and _has(row, "bounds") for row in figures]
    told = list(zip(figures, said, least, strict=True))
    formats = [number_format(row, lang, least=low) if row else None for row, _, low in told]
    shown = [number_words(row, lang, least=low) if row else words for row, words, low in told]
    return Column(name, tuple(cells), tuple(formats), tuple(shown))


def _around(name: str, said: list[str], figures: list[Figure | None], lang: Lang) -> Iterator[Column]:
    """Both ends of every kind of range that any of these figures has; a figure without one says so."""
    for kind, ends in ENDS.items():
        if not any(row and _has(row, kind) for row in figures):
            continue
        for side, end in zip(("from", "to"), ends, strict=True):
            told = [row | {"value": row[end]} if row and _has(row, kind) else None for row in figures]
            none = [_none(*pair, lang) for pair in zip(said, figures, strict=True)]
            yield _values(text(f"file.{kind}_{side}", lang, label=name), none, _exact(told), lang)


def _exact(figures: list[Figure | None]) -> list[Figure | None]:
    """The same figures as plain numbers, without what lies around them."""
    return [row | {"value_high": None} if row else None for row in figures]


def _none(said: str, figure: Figure | None, lang: Lang) -> str:
    """Why there is no range: that there is no figure, as its own cell says, or none around this one."""
    return marked(text("file.none", lang), figure["status"]) if figure else said


def _has(figure: Figure, kind: str) -> bool:
    low, high = (figure.get(end) for end in ENDS[kind])
    return not is_missing(low) and not is_missing(high) and low != high
