"""Who starts teacher training: each count in a chart of its own, imported counts of the same beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.measures.kept import kept
from lkdash.texts import text
from lkdash.ui.blocks import heading, say
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.references import Story, one_series, story

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

IMPORTED = ("imported", "imported_second", "imported_third")  # colours in turn


def intake(title: str, sentence: str, name: str, choice: Choice, *series: str) -> None:
    """Series on who starts training, each in a chart with the campaign and the break; a csv of them all.

    Imported counts of the same stand in the same chart and table, each as a series of its own.
    """
    lang, data = choice.lang, warehouse()
    heading(title)
    say(sentence, choice)
    for told in _stories(data, lang, *series):
        one_series(told, choice)
    table = measures.reference_table(data, name, lang, *series)
    download(title, measures.with_imported(table, _beside(data, lang, *series), lang), choice)


@kept()
def _stories(data: Warehouse, lang: Lang, *series: str) -> list[Story]:
    told, beside = [], _beside(data, lang, *series)
    for _, group in measures.references_in_time(data, lang, *series).groupby("series", sort=False):
        alone = group.reset_index(drop=True)
        told.append(_story(data, alone, beside[beside["metric"].isin(alone["metric"])], lang))
    return told


@kept()
def _beside(data: Warehouse, lang: Lang, *series: str) -> pd.DataFrame:
    """Imported counts of what these series count; examples stand beside nothing."""
    metrics = measures.references_in_time(data, lang, *series)["metric"].dropna()
    return measures.real_counts(data, lang, metrics)


def intake_alone(choice: Choice, *shown: str) -> None:
    """Imported counts that no series shown counts too, and made-up ones, which stand beside none."""
    lang, data = choice.lang, warehouse()
    counted = measures.references(data, lang, *shown)["metric"].dropna()
    rows = measures.imported_series(data, choice)
    alone = rows[~rows["metric"].isin(counted) | (rows["status"] == Status.DEMO)]
    if alone.empty:
        return
    heading(text("intake.alone_title", lang))
    if (alone["status"] == Status.DEMO).any():
        st.warning(text("intake.made_up", lang))
    for _, group in alone.groupby("metric", sort=False):
        named = text(f"metric.{group['metric'].iloc[0]}", lang)
        one_series(_story(data, group[:0], group, lang, named), choice)
    empty = Table("intake_imported", alone[:0], pd.DataFrame(columns=["note_id", "text"]), alone[:0])
    download(text("intake.alone_title", lang), measures.with_imported(empty, alone, lang), choice)


def _story(data: Warehouse, alone: pd.DataFrame, beside: pd.DataFrame, lang: Lang, name: str = "") -> Story:
    """One count: its reference series, which names it, and the imported series beside it.

    name: of a count without a reference series.
    """
    moments = measures.moments(data, lang, "campaign", "break")
    said = [stories.series_in_time(alone, moments, lang)] if len(alone) else []
    names = list(dict.fromkeys(beside["series"]))
    said += [stories.imported(beside[beside["series"] == name], moments, lang) for name in names]
    roles = [IMPORTED[names.index(name) % len(IMPORTED)] for name in beside["series"]]
    parts = (alone.assign(role="reference"), beside.assign(role=roles))
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    return story(rows, " ".join(said), _drawn(rows, moments, lang), lang, name)


def _drawn(rows: pd.DataFrame, moments: pd.DataFrame, lang: Lang) -> Figure | None:
    from lkdash import charts

    if not stories.datable(rows):
        return None
    records = moments.to_dict("records")
    named = [text(f"moment.{row['kind']}", lang, text=row["text"]) for row in records]
    return charts.in_time(rows.assign(measure=rows["role"]), moments.assign(text=named))
