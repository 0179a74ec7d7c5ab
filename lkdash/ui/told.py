"""Rows of words as readers see them: title, sentence, chart, a real table, notes, source line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import Choice, Lang, Table
from lkdash.texts import text
from lkdash.ui.blocks import bullets, draw, heading, say
from lkdash.ui.cells import escaped, long_links
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.tables import plain_table

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def tell(
    title: str,
    sentence: str,
    rows: pd.DataFrame,
    columns: dict[str, str],
    choice: Choice,
    figure: Figure | None = None,
    notes: list[str] | None = None,
    table: Table | None = None,
) -> None:
    """One story in words, in the order of `show`; columns: the rows' column → the key of its header.

    table: the same rows with a status each, for the files.
    """
    lang = choice.lang
    heading(title)
    say(sentence, choice)
    if figure is not None:
        draw(figure, sentence, str(next(iter(columns))))
    with st.container(key=f"told_{'_'.join(columns)}"):  # columns of words do not become too narrow
        words_table(rows, columns, text("block.table", lang, title=title), choice)
    bullets(notes or [])
    source_line(rows, lang)
    if table is not None:
        download(title, table, choice, figure)


def words_table(rows: pd.DataFrame, columns: dict[str, str], alt: str, choice: Choice) -> None:
    """These columns of the rows as a real table, under headers in the reader's language."""
    names = {name: text(f"column.{header}", choice.lang) for name, header in columns.items()}
    shown = rows[list(names)].fillna("").rename(columns=names)
    plain_table(shown, alt, long_links(rows, names, choice), text("file.empty", choice.lang))


def source_line(rows: pd.DataFrame, lang: Lang) -> None:
    """The sources that the rows name, each once."""
    known = measures.sources(warehouse(), lang)
    named = known[known["source_id"].isin(rows["source_id"].dropna())].to_dict("records")
    parts = "; ".join(f"{row['short']} ({row['publisher']}, {row['date']})" for row in named)
    st.caption(escaped(text("block.told", lang, sources=parts)))
