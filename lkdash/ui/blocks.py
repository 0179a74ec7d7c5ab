"""A figure as readers see it: title, summary, chart, table, notes, source line, download."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash.contracts import MARKS, Choice, Lang, Status, Table
from lkdash.exports import table_csv
from lkdash.formats import day
from lkdash.measures import changes
from lkdash.stories import doubt, statuses
from lkdash.texts import text
from lkdash.ui.choice import link
from lkdash.ui.data import warehouse

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def heading(title: str) -> None:
    """A second-level heading, without Streamlit's hover anchor."""
    st.header(title, anchor=False)


def show(
    title: str,
    summary: str,
    table: Table,
    choice: Choice,
    figure: Figure | None = None,
    verdicts: dict[str, str] | None = None,
) -> None:
    """One story in the fixed order; without figure rows a sentence that says so.

    verdicts: one word a period, shown as the table's last column.
    """
    heading(title)
    if table.rows.empty:
        st.info(text("block.empty", choice.lang))
        return
    st.write(escaped(summary))
    if figure is not None:
        _chart(figure, summary, table.name)
    rows = table_of(table, choice.lang)
    if verdicts is not None:
        name = text("column.verdict", choice.lang)
        rows[name] = [verdicts.get(period, "") for period in table.periods]
    plain_table(rows, text("block.table", choice.lang, title=title))
    notes_and_source(table, choice.lang)
    download(table, choice)


def _chart(figure: Figure, summary: str, key: str) -> None:
    from lkdash.theme import CONFIG

    st.plotly_chart(figure, theme=None, config=CONFIG, alt=summary, key=f"chart_{key}")


def table_of(table: Table, lang: Lang) -> pd.DataFrame:
    """The table as printed: a row a period, a column a measure, marks in the cells."""
    labels = list(dict.fromkeys(table.rows["label"]))
    cells = table.rows.pivot(index="period", columns="label", values="text")
    ordered = cells.loc[table.periods, labels].fillna("")
    ordered.columns.name = None
    return ordered.rename_axis(text("column.period", lang)).reset_index()


def plain_table(rows: pd.DataFrame, alt: str) -> None:
    """A real HTML table; the first column heads the rows."""
    first = rows.columns[0]
    cells = rows.astype(str).map(escaped).set_index(first)
    st.table(cells, border="horizontal", alt=alt)


def escaped(words: str) -> str:
    """Words as they are, where Streamlit would read Markdown."""
    for sign in "\\`*_[]$~<>:":
        words = words.replace(sign, f"\\{sign}")
    return words


def notes_and_source(table: Table, lang: Lang) -> None:
    """Numbered notes, then the source line: source, periods, status, date of the figures."""
    lines = [f"{at}. {escaped(note)}" for at, note in enumerate(table.notes["text"], start=1)]
    if lines:
        st.caption("\n".join(lines))
    sources = table.sources.to_dict("records")
    named = "; ".join(f"{row['short']} ({row['publisher']}, {row['date']})" for row in sources)
    dated = changes(warehouse(), lang)["date"]
    line = text(
        "block.source",
        lang,
        sources=named,
        statuses=statuses(table, lang),
        date=day(dated.iloc[0].date(), lang=lang) if len(dated) else "",
    )
    st.caption(escaped(line))
    if any(Status(status) in MARKS for status in table.rows["status"]):
        st.caption(escaped(text("block.legend", lang)))


def download(table: Table, choice: Choice) -> None:
    """The table's figures as csv, with status and source in every row."""
    st.download_button(
        text("block.download", choice.lang),
        data=lambda: table_csv(table, choice.lang),
        file_name=f"lkdash-{table.name}.csv",
        mime="text/csv",
        key=f"download_{table.name}",
        on_click="ignore",
    )


def key_figures(table: Table, choice: Choice) -> None:
    """Figures in large type, each with its status in words and its id as a link to its papers."""
    columns = st.columns(len(table.rows), gap="large")
    for column, row in zip(columns, table.rows.to_dict("records"), strict=True):
        figure = {str(name): cell for name, cell in row.items()}
        with column:
            words = doubt(figure, choice.lang) or text(f"status.{figure['status']}", choice.lang)
            address = link("/bronnen", choice, figuur=str(figure["figure_id"]))
            large(f"{figure['label']}, {figure['period']}", str(figure["text"]))
            st.markdown(f"{escaped(words)}  \n[{figure['figure_id']}]({address})")


def large(label: str, value: str) -> None:
    """A figure in large type under its name; it wraps where Streamlit's own would cut it off."""
    st.html(f'<p class="lk-label">{escape(label)}</p><p class="lk-value">{escape(value)}</p>')


def bullets(lines: list[str]) -> None:
    """A plain list."""
    st.markdown("\n".join(f"- {line}" for line in lines))
