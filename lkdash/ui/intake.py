"""Who starts teacher training: each count in a chart of its own, imported counts of the same beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.texts import text
from lkdash.ui.blocks import escaped, heading
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.references import one_series

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

IMPORTED = ("imported", "imported_second", "imported_third")  # colours in turn


def intake(title: str, sentence: str, name: str, choice: Choice, *series: str) -> None:
    """Series on who starts training, each in a chart with the campaign and the break; a csv of them all.

    Imported counts of the same stand in the same chart and table, each as a series of its own.
    """
    lang, data = choice.lang, warehouse()
    heading(title)
    st.write(escaped(sentence))
    rows = measures.references_in_time(data, lang, *series)
    imported = _real(measures.imported_series(data, choice))
    beside = imported[imported["metric"].isin(rows["metric"].dropna())]
    for _, group in rows.groupby("series", sort=False):
        alone = group.reset_index(drop=True)
        _story(alone, beside[beside["metric"].isin(alone["metric"])], choice)
    table = measures.reference_table(data, name, lang, *series)
    download(title, measures.with_imported(table, beside, lang), choice)


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
        _story(group[:0], group, choice)
    empty = Table("intake_imported", alone[:0], pd.DataFrame(columns=["note_id", "text"]), alone[:0])
    download(text("intake.alone_title", lang), measures.with_imported(empty, alone, lang), choice)


def _real(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["status"] != Status.DEMO]


def _story(alone: pd.DataFrame, beside: pd.DataFrame, choice: Choice) -> None:
    """One count: its reference series, where there is one, and the imported series beside it."""
    lang = choice.lang
    moments = measures.moments(warehouse(), lang, "campaign", "break")
    said = [stories.series_in_time(alone, moments, lang)] if len(alone) else []
    names = list(dict.fromkeys(beside["series"]))
    said += [stories.imported(beside[beside["series"] == name], lang) for name in names]
    roles = [IMPORTED[names.index(name) % len(IMPORTED)] for name in beside["series"]]
    parts = (alone.assign(role="reference"), beside.assign(role=roles))
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    one_series(rows, choice, " ".join(said), _drawn(rows, moments, lang))


def _drawn(rows: pd.DataFrame, moments: pd.DataFrame, lang: Lang) -> Figure | None:
    from lkdash import charts

    if not stories.datable(rows):
        return None
    records = moments.to_dict("records")
    named = [text(f"moment.{row['kind']}", lang, text=row["text"]) for row in records]
    return charts.in_time(rows.assign(measure=rows["role"]), moments.assign(text=named))
