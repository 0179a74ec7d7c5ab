"""The parts of the pages on imported outcomes: the banner over examples, time, and survey questions."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from lkdash import charts, measures, stories
from lkdash.contracts import Choice
from lkdash.exports import table_of
from lkdash.formats import date_marks, day
from lkdash.texts import text
from lkdash.ui.blocks import bullets, draw, heading, notes_and_source, say, show
from lkdash.ui.cells import wide_links
from lkdash.ui.choice import has_examples
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.tables import plain_table


def examples_banner(choice: Choice) -> None:
    """Say it loudly where the figures are made up."""
    if choice.examples and has_examples():
        st.warning(text("outcome.banner", choice.lang))


def reach_over_time(choice: Choice) -> None:
    """Impressions by day or week, with the campaign's dated actions numbered above the bars."""
    lang, data = choice.lang, warehouse()
    table, title = measures.over_time(data, choice), text("reach.time", lang)
    heading(title)
    undivided = stories.left_out(measures.left_out(data, choice), "undivided", lang)
    if table.rows.empty:
        if undivided:
            bullets(undivided, choice)
        else:
            st.info(text("outcome.nothing", lang))
        return
    summary = stories.over_time(table, choice.grain, lang)
    say(summary, choice)
    rows = table.rows[table.rows["platform"] != measures.TOGETHER["platform"]]
    inside = _actions_within(rows, choice)
    moments = [(_date(row["starts"]), str(at)) for at, row in enumerate(inside, start=1)]
    ticks = date_marks(rows["starts"], lang=lang)
    figure = charts.over_time(rows, moments, ticks=ticks, days=1 if choice.grain == "day" else 7)
    draw(figure, summary, "reach_over_time")
    bullets([f"{at}: {row['text']} ({row['when']})" for at, row in enumerate(inside, start=1)])
    bullets(undivided, choice)
    with st.expander(text("reach.time_table", lang)):
        alt = text("block.table", lang, title=title)
        plain_table(table_of(table, lang, "column.when"), alt, wide_links(table, choice))
    notes_and_source(table, lang)
    download(title, table, choice, figure, "column.when")


def left_out(choice: Choice) -> None:
    """What was imported but does not count in the tables by group; nothing where all of it does."""
    table = measures.left_out(warehouse(), choice)
    names = ("outside", "undivided") if choice.by in ("day", "week") else ("outside",)
    bullets([line for name in names for line in stories.left_out(table, name, choice.lang)], choice)


def left_out_of_periods(choice: Choice) -> None:
    """What either of two compared periods leaves out, in time; nothing where there are no two."""
    if choice.other_months is None:
        return
    lines: list[str] = []
    for first, last in sorted([choice.other_months, (choice.first, choice.last)]):
        held = replace(choice, first=first, last=last)
        period = " - ".join(day(bound, lang=choice.lang) for bound in held.days if bound)
        lines += stories.left_out_of(measures.left_out(warehouse(), held), period, choice.lang)
    bullets(lines, choice)


def channels_compared(choice: Choice) -> None:
    """Pairs of channels, and whether their click rates differ."""
    lang, data = choice.lang, warehouse()
    table = measures.compared(data, choice)
    differ = {
        row["period"]: text("differs.yes" if row["differs"] else "differs.no", lang) for row in table.records
    }
    show(
        text("reach.compared", lang),
        stories.compared(measures.pairs(data, choice), lang),
        table,
        choice,
        verdicts=differ,
        by="column.pair",
        empty="outcome.nothing",
    )


def _actions_within(rows: pd.DataFrame, choice: Choice) -> list[dict[Hashable, Any]]:
    """The campaign's actions with a date within the days that the chart shows, in order."""
    first, last = rows["starts"].min(), rows["starts"].max() + timedelta(days=6 * (choice.grain == "week"))
    actions = measures.actions(warehouse(), choice.lang)
    dated = actions[actions["starts"].notna()].sort_values("starts").to_dict("records")
    return [row for row in dated if first <= _date(row["starts"]) <= last]


def _date(value: object) -> date:
    return pd.Timestamp(str(value)).date()


def survey_questions(choice: Choice) -> None:
    """One chart and table a question; groups under five are named without a number."""
    lang = choice.lang
    questions = measures.survey_tables(warehouse(), choice)
    if not questions:
        st.info(text("survey.empty", lang))
    for table in questions:
        figure = charts.diverging(table.rows) if table.rows["value"].notna().any() else None
        told, asked = stories.satisfied(table, lang), str(table.rows["question"].iloc[0])
        show(asked, told, table, choice, figure, by="column.audience")
