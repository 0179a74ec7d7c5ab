"""Figures of other sources: each series for itself, beside the card's figures and never joined to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.measures.kept import kept
from lkdash.texts import text
from lkdash.ui.blocks import draw, escaped, heading, say
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.told import words_table

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

COLUMNS = {
    "period": "when",
    "text": "value",
    "doubt": "status",
    "confidence": "confidence",
    "basis": "basis",
    "publisher": "published",
    "figure_id": "figure_id",
}
LINKED = ("plain", "label", "when", "origin", "measure")  # what a link to a figure names it by
SEVERAL = {"period": "when", "label": "label"} | COLUMNS


@dataclass(frozen=True)
class Story:
    """One series of another source, ready to be shown under its own name.

    rows: in words. columns: those shown → the keys of their headers. sources: the source line, as Markdown.
    """

    name: str
    label: str
    summary: str
    figure: Figure | None
    rows: pd.DataFrame
    columns: dict[str, str]
    sources: str


def references(choice: Choice) -> None:
    """One table and one chart for each series of staff figures, with its source line."""
    lang = choice.lang
    heading(text("coverage.staff", lang))
    st.write(text("coverage.staff_text", lang))
    for told in _staff(warehouse(), lang):
        one_series(told, choice)
    table = measures.reference_table(warehouse(), "staff", lang, *measures.GROUPS["staff"])
    download(text("coverage.staff", lang), table, choice)


@kept()
def _staff(data: Warehouse, lang: Lang) -> list[Story]:
    from lkdash import charts

    told = []
    rows = measures.references(data, lang, *measures.GROUPS["staff"], gaps=True)
    for _, group in rows.groupby("series", sort=False):
        own = group.reset_index(drop=True)
        shown = own.assign(measure="reference", period=papers(own, lang)["period"])
        told.append(story(own, stories.series(own, lang), charts.bars(shown, height=280), lang))
    return told


def story(rows: pd.DataFrame, sentence: str, figure: Figure | None, lang: Lang, name: str = "") -> Story:
    """The story of one series, which does not depend on what the reader chooses.

    Rows of several series are told apart by a column with their names; the first names the story, unless
    it has a name of its own.
    """
    label, alone = name or str(rows["label"].iloc[0]), rows["series"].nunique() == 1
    worded = papers(rows, lang)
    columns = _filled(worded, COLUMNS if alone else SEVERAL)
    return Story(
        name=str(rows["series"].iloc[0]),
        label=label,
        summary=f"{label}: {sentence}",
        figure=figure,
        rows=worded[[name for name in worded if name in columns or name in LINKED]],
        columns=columns,
        sources=text("coverage.staff_sources", lang, sources=_links(rows, lang)),
    )


def one_series(told: Story, choice: Choice) -> None:
    """One series under its own name: sentence, chart, table, source line."""
    st.subheader(escaped(told.label), anchor=False)
    say(told.summary, choice)
    if told.figure is not None:
        draw(told.figure, told.summary, told.name)
    words_table(told.rows, told.columns, told.label, choice)
    st.caption(told.sources)


def _filled(rows: pd.DataFrame, columns: dict[str, str]) -> dict[str, str]:
    """The columns of which at least one cell says something."""
    return {name: header for name, header in columns.items() if (rows[name].fillna("") != "").any()}


def series_sources(choice: Choice, *series: str) -> None:
    """The source line of figures of these series, and of their imported counts, elsewhere on the page."""
    rows = measures.references(warehouse(), choice.lang, *series)
    counts = measures.real_counts(warehouse(), choice.lang, rows["metric"].dropna())
    rows = pd.concat([rows, counts], ignore_index=True) if len(counts) else rows
    st.caption(text("coverage.staff_sources", choice.lang, sources=_links(rows, choice.lang)))


def figures_beside(title: str, summary: str, table: Table, choice: Choice) -> None:
    """Figures of other sources that stand in no chart: heading, sentence, one table, source line, csv."""
    heading(title)
    say(summary, choice)
    rows = papers(table.rows, choice.lang)
    alt = text("block.table", choice.lang, title=title)
    words_table(rows, _filled(rows, {"plain": "label"} | COLUMNS), alt, choice)
    st.caption(text("coverage.staff_sources", choice.lang, sources=_links(table.rows, choice.lang)))
    download(title, table, choice)


def papers(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The same rows in words: status, period, basis, confidence, publisher with date of publication."""
    records = [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
    return rows.assign(
        basis=[stories.quoting(row, "basis") for row in records],
        doubt=[stories.status_words(row, lang) for row in records],
        period=[measures.period_words(p, lang) for p in rows["period"]],
        publisher=[_published(row, lang) for row in records],
        confidence=["" if is_missing(c) else text(f"confidence.{c}", lang) for c in rows["confidence"]],
    )


def _published(row: dict[str, object], lang: Lang) -> str:
    """By whom and when: 'Nieuwsblad, 23 november 2020'; of an import when it came in."""
    if is_missing(row["publisher"]):  # a year that a series skips
        return ""
    if is_missing(row["date_published"]):
        return str(row["publisher"])
    when = day(str(row["date_published"]), lang=lang)
    dated = text("outcome.imported_on", lang, date=when) if row["origin"] == "imported" else when
    return f"{row['publisher']}, {dated}"


def _links(rows: pd.DataFrame, lang: Lang) -> str:
    """Each address once, named by its publisher and, where there are several, the periods that it gives."""
    groups = list(rows.groupby(["publisher", "url"], sort=False, dropna=False))
    named = rows["publisher"].dropna().nunique() > 1 or len(groups) > 1
    parts = []
    for (name, url), group in groups:
        if is_missing(name):  # a year that a series skips has no source
            continue
        words = f"{name}, {_periods(group, lang)}" if named else str(name)
        parts.append(escaped(words) if is_missing(url) else f"[{words}]({url})")
    return "; ".join(parts)


def _periods(rows: pd.DataFrame, lang: Lang) -> str:
    periods = list(dict.fromkeys(rows["period"]))
    return stories.spans([measures.period_words(period, lang) for period in periods])
