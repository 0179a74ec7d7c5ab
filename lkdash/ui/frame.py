"""What stands around every page: the switch of language above, the link to copy and the colophon below."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from lkdash.contracts import DataFault, Lang
from lkdash.texts import text
from lkdash.ui.addresses import here
from lkdash.ui.choice import current_choice
from lkdash.ui.copying import copy_button


def header(lang: Lang) -> None:
    """A link that loads this page in the other language (so that it is declared)."""
    other: Lang = "en" if lang == "nl" else "nl"
    try:
        params = current_choice().params()
    except DataFault:
        params = {}
    if "figuur" in st.query_params:
        params["figuur"] = st.query_params["figuur"]
    query = urlencode(params | {"lang": other})
    st.html(
        f'<p class="lk-lang"><a href="?{escape(query)}" lang="{other}" hreflang="{other}" '
        f'target="_self">{escape(text("language.name", other))}</a></p>'
    )


def footer(lang: Lang) -> None:
    """The link to copy, and who made this from what."""
    try:
        address = here(current_choice(), **_figure())
    except DataFault:
        address = ""
    if address:
        copy_button("lk-copy", text("link.copy", lang), address, text("link.copied", lang))
    st.caption(text("app.colophon", lang))


def _figure() -> dict[str, str]:
    return {"figuur": st.query_params["figuur"]} if "figuur" in st.query_params else {}
