"""The parts of the pages on imported outcomes: the banner over examples, time, and survey questions."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from lkdash import charts, measures, stories
from lkdash.contracts import MARKS, Choice, Status
from lkdash.formats import day, marked, month, number
from lkdash.texts import text
from lkdash.ui.blocks import bullets, draw, escaped, heading, plain_table
from lkdash.ui.data import warehouse

SCORES = range(1, 6)


def examples_banner(choice: Choice) -> None:
    """Say it loudly where the figures are made up."""
    if choice.examples and (warehouse().query("outcome_statuses")["status"] == Status.DEMO).any():
        st.warning(text("outcome.banner", choice.lang))


def reach_over_time(choice: Choice) -> None:
    """Impressions by day or week, with the campaign's dated actions numbered above the bars."""
    lang, data = choice.lang, warehouse()
    rows = measures.over_time(data, choice)
    heading(text("reach.time", lang))
    written = {start: day(start, lang=lang) for start in rows["starts"]}
    summary = stories.over_time(rows, choice.grain, lang, written)
    st.write(escaped(summary))
    if rows.empty:
        return
    first, last = rows["starts"].min(), rows["starts"].max() + timedelta(days=6 * (choice.grain == "week"))
    actions = measures.actions(data, lang)
    actions = actions[actions["starts"].notna()].sort_values("starts")
    inside = [row for row in actions.to_dict("records") if first <= _date(row["starts"]) <= last]
    moments = [(_date(row["starts"]), str(at)) for at, row in enumerate(inside, start=1)]
    months = sorted({start.replace(day=1) for start in rows["starts"]} - {first.replace(day=1)}) or [first]
    ticks = {when: month(when, lang=lang, year=at == 0) for at, when in enumerate(months)}
    draw(charts.over_time(rows, moments, ticks=ticks), summary, "reach_over_time")
    bullets([f"{at}: {row['text']} ({row['when']})" for at, row in enumerate(inside, start=1)])
    with st.expander(text("reach.time_table", lang)):
        table = rows.pivot_table(index="starts", columns="name", values="impressions", aggfunc="sum")
        shown = table.map(lambda value: _count(value, rows["status"], choice)).reset_index()
        shown["starts"] = [written[start] for start in shown["starts"]]
        plain_table(shown.rename(columns={"starts": text("column.when", lang)}), text("reach.time", lang))


def _date(value: object) -> date:
    return pd.Timestamp(str(value)).date()


def _count(value: float, statuses: "pd.Series[str]", choice: Choice) -> str:
    status = Status.DEMO if (statuses == Status.DEMO).any() else Status.FINAL
    if pd.isna(value):
        return text("outcome.absent", choice.lang)
    return marked(number(value, "number", lang=choice.lang), status)


def survey_questions(choice: Choice) -> None:
    """One chart and table a question; groups under five are named without a number."""
    lang = choice.lang
    rows = measures.survey(warehouse(), choice)
    if rows.empty:
        st.info(text("survey.empty", lang))
    labels = {score: text(f"score.{score}", lang) for score in SCORES}
    for (campaign, question), group in rows.groupby(["campaign", "question"], sort=False):
        heading(str(question))
        summary = stories.satisfied(group, lang)
        st.write(escaped(summary))
        if group["base"].notna().any():
            draw(charts.diverging(group, labels), summary, f"survey_{campaign}_{question}")
        plain_table(_answers(group, labels, choice), text("block.table", lang, title=question))
        source = text("outcome.export_of", lang, title=group["title"].iloc[0])
        when = day(str(group["imported_at"].max())[:10], lang=lang)
        st.caption(escaped(text("survey.source", lang, source=source, campaign=campaign, date=when)))


def _answers(rows: pd.DataFrame, labels: dict[int, str], choice: Choice) -> pd.DataFrame:
    lang = choice.lang
    lines = []
    for audience, group in rows.groupby("audience", sort=False):
        known = dict(zip(group["answer"], group["answered"], strict=True))
        base = group["base"].iloc[0]
        line = {text("column.audience", lang): audience}
        for score in SCORES:
            line[labels[score]] = (
                MARKS[Status.SUPPRESSED]
                if pd.isna(base)
                else marked(number(known.get(score, 0), "number", lang=lang), group["status"].iloc[0])
            )
        lines.append(
            line | {text("column.base", lang): "< 5" if pd.isna(base) else number(base, "number", lang=lang)}
        )
    return pd.DataFrame(lines)
