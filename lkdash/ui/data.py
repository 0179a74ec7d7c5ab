"""The loaded data, once for all readers; loaded anew when a file changes."""

from pathlib import Path

import streamlit as st

from lkdash.db import Warehouse, data_folder, fingerprint, open_warehouse


def warehouse() -> Warehouse:
    """The data of the folder that the app serves."""
    folder = data_folder()
    return _opened(folder, fingerprint(folder))


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(folder: Path, mark: tuple[tuple[str, int, int], ...]) -> Warehouse:
    return open_warehouse(folder)
