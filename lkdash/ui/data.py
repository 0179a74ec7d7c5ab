"""The loaded data, once for all readers; loaded anew when a file or an import changes."""

from pathlib import Path

import streamlit as st

from lkdash.db import Warehouse, data_folder, fingerprint, open_warehouse
from lkdash.store import Store, examples_allowed, reachable_at, shown, store_folder

KEY = "warehouse"


def warehouse() -> Warehouse:
    """The data of the folder that the app serves, and what was imported, as this rerun began."""
    if KEY not in st.session_state:
        look()
    found: Warehouse = st.session_state[KEY]
    return found


def look() -> None:
    """At the start of a rerun: is there a new file or import?"""
    st.session_state[KEY] = _current()


def _current() -> Warehouse:
    folder = data_folder()
    imports = import_store().fingerprint()
    return _opened(folder, fingerprint(folder), store_folder(), imports, examples_allowed())


def import_store() -> Store:
    """The folder of imports, as this server may change it."""
    return Store(store_folder(), bound_to=reachable_at(str(st.get_option("server.address") or "")))


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(
    folder: Path,
    mark: tuple[tuple[str, int, int], ...],
    imports_folder: Path,
    imports: tuple[str, ...],
    examples: bool,
) -> Warehouse:
    return open_warehouse(folder, shown(Store(imports_folder).loaded(), folder, examples))
