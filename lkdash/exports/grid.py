"""A table in words as the page shows it: for the page itself and for every file."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from lkdash.contracts import Grid, Lang, PeriodKind, Table
from lkdash.exports.legend import marked_lines
from lkdash.formats import day, is_missing
from lkdash.measures import period_words
from lkdash.stories import computed, statuses
from lkdash.texts import text

REFERENCE = ("label", "when", "value", "source")


def grid(table: Table, title: str, lang: Lang, by: str | None = None) -> Grid:
    """The table as the page shows it, with its notes and source line, captioned with this title.

    by: the key of the first column's header, where the rows are no editions or periods.
    """
    if table.rows.empty:
        header = text(by or "column.period", lang)
        return Grid(title, (header,), ((text("block.empty", lang),),))
    rows = _a_row_a_figure(table, lang) if of_other_sources(table) else table_of(table, lang, by)
    return Grid(
        caption=title,
        header=tuple(str(name) for name in rows.columns),
        rows=tuple(tuple(str(cell) for cell in row) for row in rows.itertuples(index=False)),
        notes=tuple(table.notes["text"]),
        source=source_line(table, lang),
        below=(*below_source(table, lang), *_marks(table, lang)),
    )


def table_of(table: Table, lang: Lang, by: str | None = None) -> pd.DataFrame:
    """The table as printed: a row a period, a column a measure, marks in the cells; a word where none is."""
    cells = {(row["period"], row["label"]): row["text"] for row in table.records}
    labels = list(dict.fromkeys(row["label"] for row in table.records))
    editions = all(row["period_kind"] == PeriodKind.CALENDAR_YEAR for row in table.records)
    header = text(by or ("column.period" if editions else "column.when"), lang)
    none = text("block.no_figure", lang)
    lines = [(period, *(cells.get((period, label), none) for label in labels)) for period in table.periods]
    return pd.DataFrame(lines, columns=[header, *labels])


def source_line(table: Table, lang: Lang) -> str:
    """'Bron: … Status: …': every source in short, and which periods have which status."""
    if of_other_sources(table):
        named = "; ".join(dict.fromkeys(table.sources["short"]))
    else:
        sources = table.sources.to_dict("records")
        named = "; ".join(told_once(row, "short") for row in sources)
    return text("block.source", lang, sources=named, statuses=statuses(worded(table, lang), lang))


def told_once(source: Mapping[Hashable, Any], name: str) -> str:
    """A source by its title or short name, with its publisher, unless that is told already, and date."""
    named = str(source[name])
    papers = [str(source[paper]) for paper in ("publisher", "date")]
    return f"{named} ({', '.join(paper for paper in papers if paper not in named)})"


def below_source(table: Table, lang: Lang) -> tuple[str, ...]:
    """The lines under the source line: which figures we computed and how; nothing where we did not."""
    told = computed(table, lang)
    return (told,) if told else ()


def _marks(table: Table, lang: Lang) -> tuple[str, ...]:
    lines = marked_lines(table.rows["status"], lang)
    return (f"{'; '.join(lines)}.",) if lines else ()


def of_other_sources(table: Table) -> bool:
    """True for reference figures, where every figure is a source of its own with its own confidence."""
    return "confidence" in table.rows


def worded(table: Table, lang: Lang) -> Table:
    """The same table with its periods in words."""
    if not of_other_sources(table):
        return table
    named = [period_words(str(period), lang) for period in table.rows["period"]]
    return Table(table.name, table.rows.assign(period=named), table.notes, table.sources)


def _a_row_a_figure(table: Table, lang: Lang) -> pd.DataFrame:
    """Figures of other sources do not share columns: each stands in a row with its publisher."""
    records = worded(table, lang).rows.to_dict("records")
    lines = [(row["label"], row["period"], row["text"], _publisher(row, lang)) for row in records]
    return pd.DataFrame(lines, columns=[text(f"column.{name}", lang) for name in REFERENCE])


def _publisher(row: dict[object, object] | dict[str, object], lang: Lang) -> str:
    published = row["date_published"]
    return f"{row['publisher']}" + ("" if is_missing(published) else f", {day(str(published), lang=lang)}")
