"""The reader's choice: read from the address bar, kept while moving between pages, written back whole."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from lkdash.answers.questions import known_questions
from lkdash.contracts import GROUPINGS, Choice, DataFault, Lang, Status
from lkdash.formats import month_name
from lkdash.measures import Editions, editions, months
from lkdash.texts import text
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


def chosen(*wanted: str) -> Choice:
    """Draw the named widgets (editions, relative, estimates) in one row and return the choice."""
    lang: Lang = current_choice().lang
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="choices_" + "_".join(wanted)
    ):
        for name in wanted:
            if name != "examples" or has_examples():
                _DRAW[name](lang)
    write_back()
    return current_choice()


def has_examples() -> bool:
    """Are there made-up figures to show? None beside a real import, or where they are forbidden."""
    return bool((warehouse().query("outcome_statuses")["status"] == Status.DEMO).any())


def pick_edition() -> Choice:
    """Draw the widget for the edition looked at closely; the choice of that edition alone."""
    choice = chosen("edition")
    return replace(choice, editions=(choice.edition,))


def _draw_editions(lang: Lang) -> None:
    lasting(
        "editions",
        st.pills,
        text("choice.editions", lang),
        options=editions(warehouse()).known,
        selection_mode="multi",
    )


def _draw_relative(lang: Lang) -> None:
    words = {False: text("choice.absolute", lang), True: text("choice.relative", lang)}
    lasting(
        "relative",
        st.segmented_control,
        text("choice.shown", lang),
        options=list(words),
        format_func=words.__getitem__,
        required=True,
    )


def _draw_estimates(lang: Lang) -> None:
    lasting("estimates", st.toggle, text("choice.estimates", lang))


def _draw_edition(lang: Lang) -> None:
    lasting(
        "edition",
        st.segmented_control,
        text("choice.edition", lang),
        options=editions(warehouse()).known,
        required=True,
    )


def _draw_by(lang: Lang) -> None:
    words = {by: text(f"group_by.{by}", lang) for by in GROUPINGS}
    lasting(
        "by",
        st.segmented_control,
        text("choice.by", lang),
        options=list(words),
        format_func=words.__getitem__,
        required=True,
    )


def _draw_examples(lang: Lang) -> None:
    lasting("examples", st.toggle, text("choice.examples", lang))


def _draw_month(name: str, lang: Lang) -> None:
    known = months(warehouse())
    if st.session_state[name] not in known:
        st.session_state[name] = ""
    words = {"": text(f"choice.no_{name}", lang)} | {month: month_name(month, lang=lang) for month in known}
    lasting(
        name, st.selectbox, text(f"choice.{name}", lang), options=list(words), format_func=words.__getitem__
    )


def _draw_question(lang: Lang) -> None:
    words = {"": text("choice.own_question", lang)} | known_questions(warehouse(), lang)
    if st.session_state.question not in words:
        st.session_state.question = ""
    lasting(
        "question",
        st.radio,
        text("choice.question", lang),
        options=list(words),
        format_func=words.__getitem__,
        horizontal=True,
    )


_DRAW: dict[str, Callable[[Lang], None]] = {
    "editions": _draw_editions,
    "relative": _draw_relative,
    "estimates": _draw_estimates,
    "edition": _draw_edition,
    "by": _draw_by,
    "examples": _draw_examples,
    "first": partial(_draw_month, "first"),
    "last": partial(_draw_month, "last"),
    "against": partial(_draw_month, "against"),
    "question": _draw_question,
}


def lasting(name: str, draw: Callable[..., Any], label: str, default: Any = None, **options: object) -> Any:
    """The value of a widget, which outlives it: Streamlit forgets the widgets that a page lacks."""
    key = f"widget_{name}"
    if key not in st.session_state:
        st.session_state[key] = st.session_state.setdefault(name, default)

    def keep() -> None:
        st.session_state[name] = st.session_state[key]

    return draw(label, key=key, on_change=keep, **options)


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
