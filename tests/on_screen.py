"""What a page shows, read back from its HTML: tables as a reader sees them, and plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from lxml import html


def pieces(app: AppTest) -> list[html.HtmlElement]:
    """The pieces of HTML on the page, in order."""
    from lxml import html

    bodies = [element.proto.body for element in app.get("html")]
    return [html.fragment_fromstring(body, create_parent=True) for body in bodies]


def tables(app: AppTest) -> list[pd.DataFrame]:
    """Every table: the words of its cells under its headers; the first column heads the rows."""
    return [_table(table) for piece in pieces(app) for table in piece.iter("table")]


def source_lines(app: AppTest) -> list[str]:
    """Where each table's figures come from, as it stands below it."""
    lines = [str(caption.value) for caption in app.caption]
    lines += [said(paragraph) for piece in pieces(app) for paragraph in piece.iter("p")]
    return [line for line in lines if line.startswith("Bron")]


def _table(table: html.HtmlElement) -> pd.DataFrame:
    header, *lines = [[said(cell) for cell in row] for row in table.iter("tr")]
    return pd.DataFrame(lines, columns=header).set_index(header[0])


def said(element: html.HtmlElement) -> str:
    """The words of an element, with ordinary spaces."""
    return str(element.text_content()).replace("\u00a0", " ")
