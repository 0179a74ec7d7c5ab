"""What is said with a chart: the signs that only charts have, the small type below it, its text fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lkdash.contracts import Block, Colophon, Lang, Picture, Table
from lkdash.exports.colophon import scope_of, units_of
from lkdash.exports.grid import below_source, source_line, worded
from lkdash.exports.legend import leanings, mark_lines
from lkdash.exports.order import printable
from lkdash.formats import day
from lkdash.texts import text

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

DRAWN = ("estimate", "approximate", "probably_higher", "probably_lower")  # what a chart has a sign for


def drawn_lines(tables: Sequence[Table], lang: Lang) -> tuple[str, ...]:
    """A line for each sign that the charts of these tables can have."""
    found = {str(word) for table in tables for name in ("status", "bias") for word in table.rows[name]}
    return tuple(text(f"drawn.{word}", lang) for word in DRAWN if word in found)


def explained(drawn: Block, table: Table, lang: Lang) -> Block:
    """A block of a document: where it is the chart of this table, with what its signs mean under it."""
    told = "; ".join(drawn_lines([table], lang))
    if not (isinstance(drawn, Picture) and told):
        return drawn
    return replace(drawn, below=f"{told[:1].upper()}{told[1:]}.")


def shown(figure: Figure, table: Table) -> Table:
    """The figures of the table that stand in the chart."""
    named = {str(name) for trace in figure.data for name in (trace.ids if trace.ids is not None else ())}
    rows = table.rows[table.rows["figure_id"].isin(named)]
    return replace(table, rows=rows) if len(rows) else table


def told_of(drawn: Table, told: Colophon) -> Colophon:
    """The papers of these figures alone, with the signs that only charts have; the notes are the table's."""
    tables, lang = [drawn], told.lang
    legend = (*mark_lines(drawn.rows["status"], lang), *leanings(tables, lang), *drawn_lines(tables, lang))
    ids = tuple(str(name) for name in drawn.rows["figure_id"])
    scope, units = scope_of([worded(drawn, lang)], lang), units_of(tables, lang)
    return replace(told, scope=scope, units=units, legend=legend, figure_ids=ids)


def below(table: Table, told: Colophon) -> list[str]:
    """The small type: a line of each kind, without the figure ids."""
    lang = told.lang
    words = {
        "scope": told.scope,
        "units": f"{told.units}.",
        "legend": f"{'; '.join(told.legend)}.",
        "choice": f"{told.choice}.",
        "version": f"{told.version}.",
        "made_on": f"{day(told.made_on, lang=told.lang)}.",
    }
    said = {name: f"{text(f'document.{name}', told.lang)}: {line}" for name, line in words.items()}
    first = [source_line(table, lang), *below_source(table, lang)]
    first += [*(said.pop(name) for name in ("scope", "units", "legend"))]
    notes = [f"{at}. {note}" for at, note in enumerate(told.notes, start=1)]
    lead = [f"{text('document.notes', told.lang)}:"] if notes else []
    return [*first, *lead, *notes, " ".join(said.values())]


def fields(drawn: Table, told: Colophon) -> dict[str, str]:
    """What the file says of itself, by the names that PNG has for it where it has one."""
    fields = {
        "Title": told.title,
        "Description": told.scope,
        "Comment": " ".join(told.notes),
        "Units": told.units,
        "Legend": "; ".join(told.legend),
        "Source": "; ".join(told.sources),
        "Computed": " ".join(below_source(drawn, told.lang)),
        "Choice": told.choice,
        "Version": told.version,
        "Figure ids": ", ".join(told.figure_ids),
        "Creation Time": str(told.made_on),
    }
    return {name: printable(words) for name, words in fields.items()}
