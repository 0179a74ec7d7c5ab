"""A figure as readers see it: title, summary, chart, table, notes, source line, download."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lkdash.contracts import MARKS, Choice, Lang, Status, Table, plain
from lkdash.exports import below_source, source_line, table_of
from lkdash.formats import day, unbroken
from lkdash.measures import changes
from lkdash.stories import status_words
from lkdash.texts import text
from lkdash.ui.addresses import link
from lkdash.ui.cells import escaped as escaped
from lkdash.ui.cells import figure_link, told_html, wide_links
from lkdash.ui.choosing import chosen
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.tables import plain_table, turned

if TYPE_CHECKING:
    from plotly.graph_objects import Figure
    from streamlit.elements.lib.mutable_tab_container import TabContainer


def opening(title: str, *wanted: str) -> Choice:
    """The page's title, from this key of the texts, and below it the widgets wanted; the choice."""
    lang: Lang = "en" if st.session_state.lang == "en" else "nl"
    st.title(text(title, lang), anchor=False)
    return chosen(*wanted)


def parts(name: str, *titles: str) -> Sequence[TabContainer]:
    """The parts of a page behind tabs, of which only the one that is `open` need be filled."""
    return st.tabs(titles, key=f"parts_{name}", on_change="rerun")


def heading(title: str) -> None:
    """A second-level heading, without Streamlit's hover anchor."""
    st.header(escaped(title), anchor=False)


def show(
    title: str,
    summary: str,
    table: Table,
    choice: Choice,
    figure: Figure | None = None,
    verdicts: dict[str, str] | None = None,
    by: str | None = None,
    empty: str = "block.empty",
    pick: str = "",
    turn: bool = False,
) -> None:
    """One story in the fixed order; without figure rows the sentence of the key `empty`.

    verdicts: one word a period, shown as the table's last column. by: the key of the first column's
    header, where the rows are no editions or periods. pick: a widget of the choice under the title.
    turn: on screen a row a measure, for few periods with many measures.
    """
    heading(title)
    if pick:
        chosen(pick)
    if table.rows.empty:
        st.info(text(empty, choice.lang))
        return
    say(summary, choice)
    if figure is not None:
        draw(figure, summary, table.name)
    rows = table_of(table, choice.lang, by)
    if verdicts is not None:
        name = text("column.verdict", choice.lang)
        rows[name] = [verdicts.get(period, text("verdict.none", choice.lang)) for period in table.periods]
    links = wide_links(table, choice)
    if turn:
        rows, links = turned(rows, links, text("column.measure", choice.lang))
    plain_table(rows, text("block.table", choice.lang, title=title), links)
    notes_and_source(table, choice.lang)
    download(title, table, choice, figure, by)


def draw(figure: Figure, summary: str, key: str) -> None:
    """A chart with its words for those who cannot see it."""
    from lkdash.theme import CONFIG

    st.plotly_chart(figure, theme=None, config=CONFIG, alt=plain(summary), key=f"chart_{key}")


def notes_and_source(table: Table, lang: Lang) -> None:
    """Numbered notes, the source line (source, periods, status, date of the figures), what we computed."""
    notes = "".join(f"<li>{escape(unbroken(note))}</li>" for note in table.notes["text"])
    line = source_line(table, lang)
    if any(row["origin"] != "imported" for row in table.records):
        dated = changes(warehouse(), lang)["date"]
        line += " " + text(
            "block.updated", lang, date=day(dated.iloc[0].date(), lang=lang) if len(dated) else ""
        )
    lines = [line, *below_source(table, lang)]
    if any(Status(row["status"]) in MARKS for row in table.records):
        lines.append(text("block.legend", lang))
    told = "".join(f"<p>{escape(unbroken(line))}</p>" for line in lines)
    listed = f"<ol>{notes}</ol>" if notes else ""
    st.html(f'<div class="lk-notes">{listed}{told}</div>')


def key_figures(table: Table, choice: Choice) -> None:
    """Figures in large type, each with its status in words; figure and id open its papers."""
    items = [_key_figure(row, choice) for row in table.records]
    st.html(f'<ul class="lk-figures">{"".join(items)}</ul>')


def _key_figure(row: dict[str, object], choice: Choice) -> str:
    words = status_words(row, choice.lang)
    address = link("/bronnen", choice, figuur=str(row["figure_id"]))
    figure = _large(f"{row['label']}, {row['period']}", figure_link(str(row["text"]), row, choice))
    return (
        f"<li>{figure}"
        f'<p>{escape(words)}<br><a href="{escape(address)}" target="_self">{row["figure_id"]}</a></p></li>'
    )


def lead(sentence: str, choice: Choice | None = None) -> None:
    """The sentence that a page opens with, in larger type; not a heading. Figures as for `say`."""
    st.html(f'<p class="lk-lead">{_html(sentence, choice)}</p>')


def say(sentence: str, choice: Choice | None = None) -> None:
    """A paragraph; with a choice, the figures that it mentions open their papers."""
    st.html(f'<p class="lk-said">{_html(sentence, choice)}</p>')


def _html(sentence: str, choice: Choice | None) -> str:
    return escape(unbroken(plain(sentence))) if choice is None else told_html(sentence, choice)


def large(label: str, value: str) -> None:
    """A figure in large type under its name; it wraps where Streamlit's own would cut it off."""
    st.html(_large(label, escape(unbroken(value))))


def _large(label: str, value: str) -> str:
    """value: as HTML."""
    return f'<p class="lk-label">{escape(label)}</p><p class="lk-value">{value}</p>'


def bullets(lines: Sequence[str], choice: Choice | None = None) -> None:
    """A plain list; nothing where there is no line. Figures as for `say`."""
    if lines:
        items = "".join(f"<li>{_html(line, choice)}</li>" for line in lines)
        st.html(f'<ul class="lk-list">{items}</ul>')
