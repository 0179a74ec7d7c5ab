"""The files of a table under it on the page: csv, Excel, and its chart as a picture."""

from __future__ import annotations

import io
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse
from lkdash.exports import can_draw, chart_png, colophon, data_version, is_example, write_table
from lkdash.texts import text
from lkdash.ui.data import warehouse

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

FILES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
}


def download(
    title: str, table: Table, choice: Choice, figure: Figure | None = None, by: str | None = None
) -> None:
    """The table as files, and its chart as a picture where that can be; each made when it is asked for."""
    lang = choice.lang
    with st.container(horizontal=True, gap="small", key=f"files_{table.name}"):
        for kind, mime in FILES.items():
            made = partial(_file, warehouse(), kind, title, table, choice, figure, by)
            if kind == "png" and figure is None:
                continue
            if kind == "png" and not can_draw():
                st.caption(text("download.no_png", lang))
                continue
            example = "-voorbeeld" if is_example(table) else ""
            st.download_button(
                text(f"download.{kind}", lang),
                data=made,
                file_name=f"lkdash-{table.name}{example}.{kind}",
                mime=mime,
                key=f"download_{kind}_{table.name}",
                on_click="ignore",
            )


def _file(
    data: Warehouse,
    kind: str,
    title: str,
    table: Table,
    choice: Choice,
    figure: Figure | None,
    by: str | None,
) -> bytes:
    """The file's bytes; made outside the page's run."""
    told = colophon(title, [table], choice, data_version(data, choice.lang), date.today())
    out = io.BytesIO()
    if kind == "png" and figure is not None:
        chart_png(out, figure, table, told)
    else:
        write_table(out, kind, table, told, by)
    return out.getvalue()
