"""Real tables, each as one piece of HTML: st.table has the browser read every cell as Markdown, each time."""

import re
from html import escape

import pandas as pd
import streamlit as st

from lkdash.ui.cells import NO_LINKS, Links, html_of, shown

LONG, SOME = 40, 24  # letters; a column with a longer cell keeps room to read it, on a phone too
CODE = re.compile(r"[A-Z]{2}[A-Z0-9_-]+")
SHORT = 12  # signs; a longer code may break


def plain_table(rows: pd.DataFrame, alt: str, links: Links = NO_LINKS, empty: str = "") -> None:
    """The rows under their headers; the first column heads the rows. links: cells that open papers.

    empty: what an empty cell means, said below a table that has one.
    """
    headers = [str(name) for name in rows.columns]
    cells = list(rows.itertuples(index=False, name=None))
    lines = [
        [links.get((at, name)) or html_of(words) for name, words in zip(headers, line, strict=True)]
        for at, line in enumerate(cells)
    ]
    kinds = [_kind([shown(line[at]) for line in cells]) for at in range(len(headers))]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in headers)
    body = "".join(_row(line, kinds) for line in lines)
    table = f'<table aria-label="{escape(alt)}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    st.html(f'<div class="lk-table">{table}</div>')
    if empty and not all(shown(words) for line in cells for words in line):
        st.caption(empty)


def turned(rows: pd.DataFrame, links: Links, header: str) -> tuple[pd.DataFrame, Links]:
    """The same table with its columns as rows: many measures of few periods. header: of the first column."""
    names, periods = [str(name) for name in rows.columns[1:]], [str(cell) for cell in rows.iloc[:, 0]]
    frame = pd.DataFrame([[name, *rows[name]] for name in names], columns=[header, *periods])
    return frame, {(names.index(name), periods[at]): link for (at, name), link in links.items()}


def _kind(column: list[str]) -> str:
    """What the style makes of a column: room to read long cells, codes on one line, or on two if long."""
    longest = max(map(len, column), default=0)
    if all(CODE.fullmatch(words) for words in column if words):
        return ' class="lk-code"' if longest <= SHORT else ' class="lk-id"'
    if longest > LONG:
        return ' class="lk-wide"'
    return ' class="lk-some"' if longest > SOME else ""


def _row(line: list[str], kinds: list[str]) -> str:
    first, *others = zip(line, kinds, strict=True)
    cells = "".join(f"<td{kind}>{cell}</td>" for cell, kind in others)
    return f'<tr><th scope="row"{first[1]}>{first[0]}</th>{cells}</tr>'
