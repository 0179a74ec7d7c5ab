"""Staff figures of other sources: each its own series, beside the card's figures and never joined to them."""

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, PeriodKind
from lkdash.formats import day, is_missing
from lkdash.texts import listed, text
from lkdash.ui.blocks import escaped, heading, plain_table
from lkdash.ui.data import warehouse

SERIES = ("staff_fte", "staff_persons")
COLUMNS = {
    "period": "when",
    "text": "value",
    "publisher": "published",
    "date": "date",
    "confidence": "confidence",
    "basis": "basis",
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
    from lkdash import charts, theme

    lang = choice.lang
    label = str(rows["label"].iloc[0])
    st.subheader(escaped(label), anchor=False)
    shown = papers(rows, lang).assign(measure="reference")
    summary = f"{label}: {_said(shown, lang)}"
    st.write(escaped(summary))
    key = f"chart_{rows['series'].iloc[0]}"
    figure = charts.bars(shown, height=280)
    st.plotly_chart(figure, theme=None, config=theme.CONFIG, alt=summary, key=key)
    names = {name: text(f"column.{header}", lang) for name, header in COLUMNS.items()}
    plain_table(shown[list(names)].fillna("").rename(columns=names), label)
    st.caption(text("coverage.staff_sources", lang, sources=_links(rows)))


def _said(rows: pd.DataFrame, lang: Lang) -> str:
    present = rows[rows["value"].notna()]
    words = "story.on_day" if present["period_kind"].iloc[0] == PeriodKind.DATE else "story.in_period"
    pairs = zip(present["text"], present["period"], strict=True)
    parts = [text(words, lang, value=value, period=when) for value, when in pairs]
    gaps = rows[rows["value"].isna()]["period"]
    absent = f" {text('reference.gap', lang).capitalize()}: {listed(list(gaps), lang)}." if len(gaps) else ""
    return f"{listed(parts, lang)}.{absent}"


def papers(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The same rows with period, date and confidence in words."""
    return rows.assign(
        period=[measures.period_words(p, lang) for p in rows["period"]],
        date=["" if is_missing(d) else day(d, lang=lang) for d in rows["date_published"]],
        confidence=["" if is_missing(c) else text(f"confidence.{c}", lang) for c in rows["confidence"]],
    )


def _links(rows: pd.DataFrame) -> str:
    """Each address once, named by its publisher and the periods that it gives."""
    groups = list(rows.groupby(["publisher", "url"], sort=False))
    if len(groups) == 1:
        ((publisher, url), _) = groups[0]
        return f"[{publisher}]({url})"
    return "; ".join(
        f"[{name}, {stories.spans(list(group['period']))}]({url})" for (name, url), group in groups
    )
