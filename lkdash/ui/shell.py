"""The script that Streamlit runs for every page: navigation, language, and a calm edge around the page."""

import atexit
import gc
from pathlib import Path

import streamlit as st

from lkdash.texts import text
from lkdash.ui.choice import begin
from lkdash.ui.errors import calm_error
from lkdash.ui.frame import footer, header
from lkdash.ui.papers import open_figure

PAGES = Path(__file__).resolve().parents[2] / "pages"
STORIES = {
    "overzicht": ("overview", ""),
    "dekking": ("coverage", "dekking"),
    "afhaalkanalen": ("channels", "afhaalkanalen"),
    "wervingscampagne": ("recruitment", "wervingscampagne"),
    "instroom": ("intake", "instroom"),
    "evaluatie": ("evaluation", "evaluatie"),
    "bereik": ("reach", "bereik"),
    "bevraging": ("survey", "bevraging"),
    "antwoord": ("answer", "antwoord"),
    "importeren": ("importing", "importeren"),
    "bronnen": ("quality", "bronnen"),
}


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what is loaded by now out of the collections that Streamlit does after each rerun."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


lang = begin()
st.set_page_config(page_title=text("app.title", lang), layout="wide")
pages = {
    file: st.Page(PAGES / f"{file}.py", title=text(f"{name}.nav", lang), url_path=path, default=not path)
    for file, (name, path) in STORIES.items()
}
page = st.navigation(list(pages.values()), position="top")
header(lang)
open_figure(lang)
try:
    page.run()
except Exception as error:  # the edge: whatever went wrong in a page is said calmly
    calm_error(error)
footer(lang)
settle()
