"""The reader's choice: read from the address bar, kept while moving between pages, written back whole."""

import streamlit as st

from lkdash.contracts import Choice, DataFault, Lang, Status
from lkdash.measures import Editions, editions
from lkdash.ui.data import look, warehouse

WIDGETS = (
    "editions",
    "relative",
    "estimates",
    "edition",
    "by",
    "examples",
    "first",
    "last",
    "against",
    "question",
)


def begin() -> Lang:
    """Look for new data; seed the session's choice from the address bar, once; the language of the page."""
    look()
    if "lang" not in st.session_state:
        st.session_state.lang = "en" if st.query_params.get("lang") == "en" else "nl"
        try:
            _seed(editions(warehouse()))
        except DataFault:
            _seed(Editions((), (), ()))
    lang: Lang = "en" if st.session_state.lang == "en" else "nl"
    return lang


def _seed(known: Editions) -> None:
    latest = known.latest_counted if known.known else ""
    choice = Choice.from_params(dict(st.query_params), known.known, latest)
    for name in WIDGETS:
        value = getattr(choice, name)
        st.session_state[name] = list(value) if name == "editions" else value


def current_choice() -> Choice:
    """The choice as it stands; editions that the data no longer has fall away."""
    known = editions(warehouse())
    state = st.session_state
    kept = tuple(e for e in known.known if e in state.editions) or known.known
    return Choice(
        editions=kept,
        lang="en" if state.lang == "en" else "nl",
        relative=bool(state.relative),
        estimates=bool(state.estimates),
        edition=state.edition if state.edition in known.known else known.latest_counted,
        by=state.by,
        examples=bool(state.examples),
        first=state.first,
        last=state.last,
        against=state.against,
        question=state.question,
    )


def write_back() -> None:
    """Put the full choice in the address bar, so that the address means the same later."""
    params = current_choice().params()
    kept = {"figuur": st.query_params["figuur"]} if "figuur" in st.query_params else {}
    if dict(st.query_params) != params | kept:
        st.query_params.from_dict(params | kept)


def has_examples() -> bool:
    """Are there made-up figures to show? None beside a real import, or where they are forbidden."""
    return bool((warehouse().query("outcome_statuses")["status"] == Status.DEMO).any())
