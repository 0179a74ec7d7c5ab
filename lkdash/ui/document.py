"""A document on a page: the same blocks as in its files, its figures links to their papers."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from lkdash.contracts import Bullets, Choice, Document, Grid, Heading, Paragraph
from lkdash.exports import noted
from lkdash.texts import text
from lkdash.ui.cells import Links, escaped, figure_link, html_of, linked
from lkdash.ui.tables import plain_table

Figures = Mapping[str, Mapping[str, Any]]


def show_document(document: Document, figures: Figures, choice: Choice) -> None:
    """Every block in order, then where the figures come from. figures: figure id → label, period, text, …"""
    for block in document.blocks:
        match block:
            case Heading(words, 1):
                st.subheader(escaped(words), anchor=False)
            case Heading(words):
                st.markdown(f"#### {escaped(words)}")
            case Paragraph(words, found):
                st.html(f'<p class="lk-said">{linked(words, found, choice)}</p>')
            case Bullets(items, numbered):
                st.markdown(_listed(items, numbered))
            case Grid():
                _grid(block, figures, choice)
    sources = "; ".join(document.colophon.sources)
    st.caption(escaped(text("block.told", choice.lang, sources=sources)))


def _listed(items: tuple[str, ...], numbered: bool) -> str:
    signs = [f"{at}." if numbered else "-" for at in range(1, len(items) + 1)]
    return "\n".join(f"{sign} {escaped(words)}" for sign, words in zip(signs, items, strict=True))


def _grid(grid: Grid, figures: Figures, choice: Choice) -> None:
    st.markdown(f"**{escaped(grid.caption)}**")
    shown = noted(grid)
    rows = pd.DataFrame(list(shown.rows), columns=list(shown.header))
    plain_table(rows, grid.caption, _links(grid, shown, figures, choice))
    lines = [_listed(grid.notes, numbered=True)] if grid.notes else []
    lines += [escaped(words) for words in (grid.source, *grid.below) if words]
    for line in lines:
        st.caption(line)


def _links(grid: Grid, shown: Grid, figures: Figures, choice: Choice) -> Links:
    """The cells that are a figure: a row is headed by its period, a column by its label.

    shown: the grid with the numbers of its notes, which stand behind the links.
    """
    known = {(row["period"], row["label"]): {"figure_id": name, **row} for name, row in figures.items()}
    return {
        (line, shown.header[at]): figure_link(cell, known[row[0], header], choice)
        + html_of(shown.rows[line][at].removeprefix(cell))
        for line, row in enumerate(grid.rows)
        for at, (header, cell) in enumerate(zip(grid.header, row, strict=True))
        if (row[0], header) in known and known[row[0], header]["text"] == cell
    }
