"""The parts of the pages on imported outcomes: the banner over examples, time, and survey questions."""

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from lkdash import charts, measures, stories
from lkdash.contracts import Choice, Status
from lkdash.exports import table_of
from lkdash.formats import month
from lkdash.texts import text
from lkdash.ui.blocks import bullets, draw, escaped, heading, notes_and_source, show
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.tables import plain_table

SCORES = range(1, 6)


def examples_banner(choice: Choice) -> None:
    """Say it loudly where the figures are made up."""
    if choice.examples and (warehouse().query("outcome_statuses")["status"] == Status.DEMO).any():
        st.warning(text("outcome.banner", choice.lang))


def reach_over_time(choice: Choice) -> None:
    """Impressions by day or week, with the campaign's dated actions numbered above the bars."""
    lang, data = choice.lang, warehouse()
    table = measures.over_time(data, choice)
    rows, title = table.rows, text("reach.time", lang)
    heading(title)
    summary = stories.over_time(rows, choice.grain, lang)
    st.write(escaped(summary))
    if rows.empty:
        return
    inside = _actions_within(rows, choice)
    moments = [(_date(row["starts"]), str(at)) for at, row in enumerate(inside, start=1)]
    figure = charts.over_time(rows, moments, ticks=_ticks(rows, choice))
    draw(figure, summary, "reach_over_time")
    bullets([f"{at}: {row['text']} ({row['when']})" for at, row in enumerate(inside, start=1)])
    with st.expander(text("reach.time_table", lang)):
        plain_table(table_of(table, lang, "column.when"), text("block.table", lang, title=title))
    notes_and_source(table, lang)
    download(title, table, choice, figure, "column.when")


def _actions_within(rows: pd.DataFrame, choice: Choice) -> list[dict[Hashable, Any]]:
    """The campaign's actions with a date within the days that the chart shows, in order."""
    first, last = rows["starts"].min(), rows["starts"].max() + timedelta(days=6 * (choice.grain == "week"))
    actions = measures.actions(warehouse(), choice.lang)
    dated = actions[actions["starts"].notna()].sort_values("starts").to_dict("records")
    return [row for row in dated if first <= _date(row["starts"]) <= last]


def _ticks(rows: pd.DataFrame, choice: Choice) -> dict[date, str]:
    first = rows["starts"].min().replace(day=1)
    months = sorted({start.replace(day=1) for start in rows["starts"]} - {first}) or [rows["starts"].min()]
    return {when: month(when, lang=choice.lang, year=at == 0) for at, when in enumerate(months)}


def _date(value: object) -> date:
    return pd.Timestamp(str(value)).date()


def survey_questions(choice: Choice) -> None:
    """One chart and table a question; groups under five are named without a number."""
    lang = choice.lang
    questions = measures.survey_tables(warehouse(), choice)
    if not questions:
        st.info(text("survey.empty", lang))
    labels = {score: text(f"score.{score}", lang) for score in SCORES}
    for rows, table in questions:
        shown = rows["base"].notna().any()
        figure = charts.diverging(rows, labels) if shown else None
        told = stories.satisfied(table, lang)
        show(str(rows["question"].iloc[0]), told, table, choice, figure, by="column.audience")
