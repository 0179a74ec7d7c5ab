"""A button that copies words and says that it did, by mouse and keyboard alike."""

from html import escape

import streamlit as st

COPY = """
<div class="lk-copy"><button type="button" id="{key}" data-done="{done}" data-words="{words}">{label}</button>
<span role="status" id="{key}-done"></span></div>
<script>
document.querySelectorAll("#{key}").forEach((b) => b.addEventListener("click", async () => {{
  await navigator.clipboard.writeText(b.dataset.words);
  document.getElementById("{key}-done").textContent = b.dataset.done;
}}));
</script>
"""


def copy_button(key: str, label: str, words: str, done: str) -> None:
    """A button that copies the words; `done` is what it says then. key: unique on the page."""
    values = {name: escape(value, quote=True) for name, value in (("words", words), ("done", done))}
    st.html(COPY.format(key=key, label=escape(label), **values), unsafe_allow_javascript=True)
