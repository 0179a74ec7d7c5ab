"""The papers of one figure, in a dialog over the page that the reader is on: `figuur` in the address."""

from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.texts import text
from lkdash.ui.addresses import quoted
from lkdash.ui.blocks import bullets, large
from lkdash.ui.cells import escaped, figure_link, html_of
from lkdash.ui.choice import current_choice
from lkdash.ui.copying import copy_button
from lkdash.ui.data import warehouse
from lkdash.ui.errors import calm
from lkdash.ui.receiving import received_figure
from lkdash.ui.shown import places

PARAMETER = "figuur"
LONGEST = 80


def open_figure(lang: Lang) -> None:
    """Open the papers of the figure that the address names; without one nothing is asked or computed."""
    figure_id = st.query_params.get(PARAMETER)
    if figure_id is None:
        return
    title = escaped(text("papers.title", lang, figure=figure_id[:LONGEST]))
    st.dialog(title, width="medium", on_dismiss=_close)(_opened)(figure_id)


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def _opened(figure_id: str) -> None:
    with calm():
        choice, data = current_choice(), warehouse()
        table = measures.one_figure(data, figure_id, choice.lang)
        if table.rows.empty:
            table = received_figure(figure_id, choice.lang)
        if table.rows.empty:
            st.warning(escaped(text("papers.unknown", choice.lang, figure=figure_id[:LONGEST])))
            return
        _shown(data, figure_id, table, choice)


def _shown(data: Warehouse, figure_id: str, table: Table, choice: Choice) -> None:
    lang = choice.lang
    (row,) = table.records
    files = _rows(measures.files_of(data, figure_id))
    large(stories.subject(row, lang), str(row["text"]))
    _lines(stories.papers(row, table, files, lang), lang)
    others = table.notes[table.notes["note_id"] != figure_id]  # its own known error is said first
    bullets([*_deviations(data, figure_id, lang), *others["text"]])
    _figures("papers.inputs", measures.inputs_of(data, figure_id, lang), choice)
    _quoting(row, table, files, lang)
    _figures("papers.users", measures.users_of(data, figure_id, lang), choice)
    links = [
        f'<a href="{escape(address)}">{html_of(name)}</a>' for name, address in places(data, row, choice)
    ]
    _part("papers.shown", links, lang)


def _rows(frame: pd.DataFrame) -> list[stories.Row]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _lines(lines: list[tuple[str, str]], lang: Lang) -> None:
    items = "".join(f"<dt>{_name(name, lang)}</dt><dd>{_value(name, words)}</dd>" for name, words in lines)
    st.html(f'<dl class="lk-papers">{items}</dl>')


def _name(column: str, lang: Lang) -> str:
    words = text(f"column.{column}", lang)
    return escape(words[0].upper() + words[1:])


def _value(name: str, words: str) -> str:
    shown = escape(words)
    return f'<a href="{shown}">{shown}</a>' if name == "address" else shown


def _deviations(data: Warehouse, figure_id: str, lang: Lang) -> list[str]:
    known = measures.deviations(data, lang)
    reasons = known.loc[known["figure_id"] == figure_id, "reason"]
    return [text("quality.deviation", lang, reason=reason) for reason in reasons]


def _figures(title: str, table: Table, choice: Choice) -> None:
    lines = []
    for row in table.records:
        words = f"{stories.subject(row, choice.lang)}: {row['text']}"
        doubt = stories.status_words(row, choice.lang)
        told = "" if doubt in words else f" ({doubt})"
        lines.append(figure_link(words, row, choice) + html_of(told))
    _part(title, lines, choice.lang)


def _part(title: str, lines: list[str], lang: Lang) -> None:
    """Links under a heading; nothing where there are none."""
    if lines:
        st.subheader(text(title, lang), anchor=False)
        items = "".join(f"<li>{line}</li>" for line in lines)
        st.html(f'<ul class="lk-list">{items}</ul>')


def _quoting(row: stories.Row, table: Table, files: list[stories.Row], lang: Lang) -> None:
    st.subheader(text("papers.quote", lang), anchor=False)
    if not stories.quotable(row):
        st.write(text("papers.not_kept" if row["status"] != Status.DEMO else "papers.not_quotable", lang))
        return
    address, today = quoted(str(row["figure_id"]), lang), date.today()
    version = warehouse().version
    line = stories.citation(row, table, files, lang, version=version, consulted=today, address=address)
    st.html(f'<blockquote class="lk-citation">{escape(line)}</blockquote>')
    copy_button("lk-cite", text("papers.copy_citation", lang), line, text("papers.copied_citation", lang))
    copy_button("lk-quote", text("papers.copy_link", lang), address, text("link.copied", lang))
