"""Addresses on this site: to follow, to quote a figure by, to copy."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from lkdash.contracts import Choice, Lang


def link(path: str, choice: Choice, **more: str) -> str:
    """An address on this site with the full choice: /bronnen?lang=nl&…&figuur=LK-2020-BIB."""
    return f"{path}?{choice.query}{f'&{urlencode(more)}' if more else ''}"


def quoted(figure_id: str, lang: Lang) -> str:
    """The full address to quote a figure by: no filter changes what its id means."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}/bronnen?{urlencode({'lang': lang, 'figuur': figure_id})}"


def here(choice: Choice, **more: str) -> str:
    """The full address of this page with the full choice, to copy."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" + link(parts.path or "/", choice, **more)
