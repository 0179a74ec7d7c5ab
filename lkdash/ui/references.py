"""Staff figures of other sources: each its own series, beside the card's figures and never joined to them."""

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import Choice
from lkdash.formats import day
from lkdash.texts import text
from lkdash.ui.blocks import escaped, heading, plain_table
from lkdash.ui.data import warehouse

SERIES = ("staff_fte", "staff_persons")


def references(choice: Choice) -> None:
    """One table and one chart for each series of staff figures, with its source line."""
    lang = choice.lang
    rows = measures.references(warehouse(), lang, *SERIES)
    heading(text("coverage.staff", lang))
    st.write(text("coverage.staff_text", lang))
    for _, group in rows.groupby("series", sort=False):
        _series(group.reset_index(drop=True), choice)


def _series(rows: pd.DataFrame, choice: Choice) -> None:
    from lkdash import charts, theme

    lang = choice.lang
    label = str(rows["label"].iloc[0])
    st.subheader(escaped(label), anchor=False)
    parts = [
        text("story.in_period", lang, value=row["text"], period=period(row["period"], choice))
        for row in rows.to_dict("records")
    ]
    summary = f"{label}: {'; '.join(parts)}."
    st.write(escaped(summary))
    shown = rows.assign(period=[period(p, choice) for p in rows["period"]], measure="reference")
    figure = charts.bars(shown, height=280)
    key = f"chart_{rows['series'].iloc[0]}"
    st.plotly_chart(figure, theme=None, config=theme.CONFIG, alt=summary, key=key)
    table = shown.fillna("").assign(
        confidence=[text(f"confidence.{word}", lang) for word in rows["confidence"]],
        date=[day(d, lang=lang) if isinstance(d, str) else "" for d in rows["date_published"]],
    )
    columns = {
        "period": text("column.when", lang),
        "text": text("column.value", lang),
        "publisher": text("column.published", lang),
        "date": text("column.date", lang),
        "confidence": text("column.confidence", lang),
        "basis": text("column.basis", lang),
        "figure_id": text("column.figure_id", lang),
    }
    plain_table(table[list(columns)].rename(columns=columns), label)
    links = dict.fromkeys(zip(rows["publisher"], rows["url"], strict=True))
    st.caption(text("coverage.staff_sources", lang, sources="; ".join(f"[{p}]({u})" for p, u in links)))


def period(value: str, choice: Choice) -> str:
    """A school year as it is, a date in words."""
    return day(value, lang=choice.lang) if value.count("-") == 2 else value
