"""The launcher: `streamlit run app.py`. The story of each page is in pages/, the rest in lkdash/."""

import streamlit as st

from lkdash.server import MIDDLEWARE
from lkdash.ui.errors import calm_error

app = st.App("lkdash/ui/shell.py", middleware=MIDDLEWARE, on_script_error=calm_error)
