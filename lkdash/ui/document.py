"""A document on a page: the same blocks as in its files."""

import pandas as pd
import streamlit as st

from lkdash.contracts import Bullets, Document, Grid, Heading, Paragraph
from lkdash.texts import text
from lkdash.ui.blocks import escaped, plain_table


def show_document(document: Document) -> None:
    """Every block in order, then where the figures come from."""
    lang = document.colophon.lang
    for block in document.blocks:
        match block:
            case Heading(words, 1):
                st.subheader(escaped(words), anchor=False)
            case Heading(words):
                st.markdown(f"#### {escaped(words)}")
            case Paragraph(words):
                st.write(escaped(words))
            case Bullets(items, numbered):
                st.markdown(_listed(items, numbered))
            case Grid():
                _grid(block)
    st.caption(escaped(text("block.told", lang, sources="; ".join(document.colophon.sources))))


def _listed(items: tuple[str, ...], numbered: bool) -> str:
    signs = [f"{at}." if numbered else "-" for at in range(1, len(items) + 1)]
    return "\n".join(f"{sign} {escaped(words)}" for sign, words in zip(signs, items, strict=True))


def _grid(grid: Grid) -> None:
    st.markdown(f"**{escaped(grid.caption)}**")
    plain_table(pd.DataFrame(list(grid.rows), columns=list(grid.header)), grid.caption)
    lines = [_listed(grid.notes, numbered=True)] if grid.notes else []
    lines += [escaped(grid.source)] if grid.source else []
    for line in lines:
        st.caption(line)
