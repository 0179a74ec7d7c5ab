"""Real tables, each as one piece of HTML: st.table has the browser read every cell as Markdown, each time."""

from html import escape

import pandas as pd
import streamlit as st

from lkdash.ui.cells import NO_LINKS, Links, html_of


def plain_table(rows: pd.DataFrame, alt: str, links: Links = NO_LINKS) -> None:
    """The rows under their headers; the first column heads the rows. links: cells that open papers."""
    headers = [str(name) for name in rows.columns]
    lines = [
        [links.get((at, name)) or html_of(words) for name, words in zip(headers, line, strict=True)]
        for at, line in enumerate(rows.itertuples(index=False, name=None))
    ]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in headers)
    body = "".join(_row(*line) for line in lines)
    table = f'<table aria-label="{escape(alt)}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    st.html(f'<div class="lk-table">{table}</div>')


def _row(first: str, *others: str) -> str:
    cells = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'
