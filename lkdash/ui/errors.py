"""Where an error becomes one calm sentence; a stack trace or a path never reaches a reader."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from lkdash.contracts import DataFault, Lang, Refusal, refusal_of
from lkdash.texts import sentence, text

log = logging.getLogger("lkdash")


def calm_error(error: Exception) -> bool:
    """Show one sentence instead of an exception; True tells Streamlit that it is dealt with."""
    lang: Lang = "en" if st.session_state.get("lang") == "en" else "nl"
    if isinstance(error, DataFault):
        log.warning("%s", error)
        message = text("error.data", lang, why=sentence(error.finding, lang))
    else:
        log.error("a page failed", exc_info=error)
        message = text("error.unexpected", lang)
    st.error(message)
    return True


@contextmanager
def calm() -> Iterator[None]:
    """A part of a page that may miss its data: the rest of the page goes on."""
    try:
        yield
    except DataFault as fault:
        calm_error(fault)


@contextmanager
def refusing(lang: Lang) -> Iterator[None]:
    """What the store refuses, or that it cannot be written, is one sentence in this place of the page."""
    try:
        yield
    except (Refusal, OSError) as error:
        st.error("  \n".join(sentence(finding, lang) for finding in refusal_of(error).findings))
