"""What every file says of itself: scope, units, marks, notes, sources, choice, version, date, figure ids."""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from lkdash.contracts import Choice, Colophon, Lang, PeriodKind, Status, Table
from lkdash.db import Warehouse
from lkdash.exports.catalogue import CARD, TABLES
from lkdash.exports.grid import of_other_sources, told_once, worded
from lkdash.exports.legend import leanings, mark_lines
from lkdash.formats import day, is_missing, month_name
from lkdash.measures import changes
from lkdash.stories import spans, unit_words
from lkdash.texts import text


def colophon(title: str, tables: Sequence[Table], choice: Choice, version: str, made_on: date) -> Colophon:
    """The papers of a file with these tables. version: as `data_version` words it."""
    lang = choice.lang
    notes = [note for table in tables for note in table.notes["text"]]
    sources = [line for table in tables for line in source_lines(table)]
    statuses = [str(status) for table in tables for status in table.rows["status"]]
    ids = [str(name) for table in tables for name in table.rows["figure_id"] if not is_missing(name)]
    return Colophon(
        title=title,
        lang=lang,
        scope=scope_of([worded(table, lang) for table in tables], lang),
        units=units_of(tables, lang),
        legend=(*mark_lines(statuses, lang), *leanings(tables, lang)),
        notes=tuple(dict.fromkeys(notes)),
        sources=tuple(dict.fromkeys(sources)),
        choice=choice_words(tables, choice),
        version=version,
        made_on=made_on,
        figure_ids=tuple(dict.fromkeys(ids)),
    )


def data_version(warehouse: Warehouse, lang: Lang) -> str:
    """The version of the data, and the date on which its figures last changed."""
    dated = changes(warehouse, lang)["date"]
    if dated.empty:
        return warehouse.version
    when = day(pd.Timestamp(dated.iloc[0]).date(), lang=lang)
    return text("colophon.version_of", lang, version=warehouse.version, date=when)


def source_lines(table: Table) -> list[str]:
    """Each source in full, once: title, publisher and date; figures of other sources with their address."""
    if of_other_sources(table):
        return list(dict.fromkeys(table.sources["title"]))
    rows = table.sources.to_dict("records")
    return [told_once(row, "title") for row in rows]


def choice_words(tables: Sequence[Table], choice: Choice) -> str:
    """The reader's choice in words: only what made a difference to these tables."""
    origins = {str(o) for table in tables for o in table.rows.get("origin", ())}
    of_card = [t for t in tables if set(t.rows.get("origin", ())) & {"published", "computed"}]
    parts = [*_of_card(of_card, choice)]
    parts += [*_of_imports(tables, choice)] if "imported" in origins else []
    return "; ".join(parts) or text("colophon.no_choice", choice.lang)


def _of_card(tables: Sequence[Table], choice: Choice) -> Iterator[str]:
    lang, read = choice.lang, [TABLES[t.name].filters if t.name in TABLES else CARD for t in tables]
    if any("editions" in filters for filters in read):
        yield text("colophon.editions", lang, editions=spans(list(choice.editions)))
    if any(PeriodKind.INTERVAL in set(table.rows["period_kind"]) for table in tables):
        yield text("colophon.all_counted", lang)
    if any("estimates" in filters for filters in read):
        yield text("colophon.with_estimates" if choice.estimates else "colophon.without_estimates", lang)
    if any("relative" in filters for filters in read):
        yield text("choice.relative" if choice.relative else "choice.absolute", lang).lower()


def _of_imports(tables: Sequence[Table], choice: Choice) -> Iterator[str]:
    lang = choice.lang
    first, last = (month_name(m, lang=lang) if m else "" for m in (choice.first, choice.last))
    bounds = {
        "start": first or text("choice.no_first", lang),
        "end": last or text("choice.no_last", lang),
    }
    yield text("colophon.months", lang, **bounds) if first or last else text("colophon.all_months", lang)
    examples = any((table.rows["status"] == Status.DEMO).any() for table in tables)
    if examples or not choice.examples:
        yield text("colophon.with_examples" if examples else "colophon.without_examples", lang)


def scope_of(tables: Sequence[Table], lang: Lang) -> str:
    """What is told of, each once, and for when; tables over the same periods together."""
    told: dict[str, list[str]] = {}
    for table in (table for table in tables if len(table.rows)):
        years = all(period.isdigit() for period in table.periods)
        periods = spans(table.periods) if years else "; ".join(table.periods)
        told.setdefault(periods, []).extend(table.rows.get("plain", table.rows["label"]))
    return " ".join(
        text("colophon.scope_of", lang, subjects="; ".join(dict.fromkeys(subjects)), periods=periods)
        for periods, subjects in told.items()
    )


def units_of(tables: Sequence[Table], lang: Lang) -> str:
    """The units of the figures in words."""
    return ", ".join(dict.fromkeys(unit_words(row, lang) for table in tables for row in table.records))


def facts(colophon: Colophon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The colophon as a list of named lines: (name, lines), without the notes and without what is empty."""
    lang = colophon.lang
    lines = {
        "scope": (colophon.scope,),
        "units": (colophon.units,),
        "legend": colophon.legend,
        "sources": colophon.sources,
        "choice": (colophon.choice,),
        "version": (colophon.version,),
        "made_on": (day(colophon.made_on, lang=lang),),
        "figure_ids": (", ".join(colophon.figure_ids),),
    }
    return tuple((text(f"document.{name}", lang), told) for name, told in lines.items() if any(told))
