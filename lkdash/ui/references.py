"""Staff figures of other sources: each its own series, beside the card's figures and never joined to them."""

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, PeriodKind, Table
from lkdash.formats import day, is_missing
from lkdash.texts import listed, text
from lkdash.ui.blocks import download, draw, escaped, heading
from lkdash.ui.data import warehouse
from lkdash.ui.told import words_table

SERIES = ("staff_fte", "staff_persons")
COLUMNS = {
    "period": "when",
    "text": "value",
    "doubt": "status",
    "confidence": "confidence",
    "basis": "basis",
    "publisher": "published",
    "date": "date",
    "figure_id": "figure_id",
}


def references(choice: Choice) -> None:
    """One table and one chart for each series of staff figures, with its source line."""
    lang = choice.lang
    rows = measures.references(warehouse(), lang, *SERIES, gaps=True)
    heading(text("coverage.staff", lang))
    st.write(text("coverage.staff_text", lang))
    for _, group in rows.groupby("series", sort=False):
        _series(group.reset_index(drop=True), choice)


def _series(rows: pd.DataFrame, choice: Choice) -> None:
    from lkdash import charts

    lang = choice.lang
    label = str(rows["label"].iloc[0])
    st.subheader(escaped(label), anchor=False)
    shown = papers(rows, lang).assign(measure="reference")
    summary = f"{label}: {_said(shown, lang)}"
    st.write(escaped(summary))
    draw(charts.bars(shown, height=280), summary, str(rows["series"].iloc[0]))
    words_table(shown, COLUMNS, label, lang)
    st.caption(text("coverage.staff_sources", lang, sources=_links(rows, lang)))


def figures_beside(title: str, summary: str, table: Table, choice: Choice) -> None:
    """Figures of other sources that stand in no chart: heading, sentence, one table, source line, csv."""
    heading(title)
    st.write(escaped(summary))
    columns = {"figure_id": "figure_id", "plain": "label"} | COLUMNS
    alt = text("block.table", choice.lang, title=title)
    with st.container(key=f"ids_{table.name}"):  # ids do not break over two lines
        words_table(papers(table.rows, choice.lang), columns, alt, choice.lang)
    st.caption(text("coverage.staff_sources", choice.lang, sources=_links(table.rows, choice.lang)))
    download(table, choice)


def _said(rows: pd.DataFrame, lang: Lang) -> str:
    present = rows[rows["value"].notna()]
    words = "story.on_day" if present["period_kind"].iloc[0] == PeriodKind.DATE else "story.in_period"
    pairs = zip(present["text"], present["period"], strict=True)
    parts = [text(words, lang, value=value, period=when) for value, when in pairs]
    gaps = rows[rows["value"].isna()]["period"]
    absent = f" {text('reference.gap', lang).capitalize()}: {listed(list(gaps), lang)}." if len(gaps) else ""
    return f"{listed(parts, lang)}.{absent}"


def papers(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The same rows with status, period, date and confidence in words."""
    records = [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
    return rows.assign(
        doubt=[stories.doubt(row, lang) or text(f"status.{row['status']}", lang) for row in records],
        period=[measures.period_words(p, lang) for p in rows["period"]],
        date=["" if is_missing(d) else day(d, lang=lang) for d in rows["date_published"]],
        confidence=["" if is_missing(c) else text(f"confidence.{c}", lang) for c in rows["confidence"]],
    )


def _links(rows: pd.DataFrame, lang: Lang) -> str:
    """Each address once, named by its publisher and, where there are several, the periods that it gives."""
    groups = list(rows.groupby(["publisher", "url"], sort=False))
    if len(groups) == 1:
        ((publisher, url), _) = groups[0]
        return f"[{publisher}]({url})"
    return "; ".join(f"[{name}, {_periods(group, lang)}]({url})" for (name, url), group in groups)


def _periods(rows: pd.DataFrame, lang: Lang) -> str:
    periods = list(dict.fromkeys(rows["period"]))
    return stories.spans([measures.period_words(period, lang) for period in periods])
