"""The widgets by which a reader chooses; what they hold is in ui/choice.py."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from lkdash.answers.questions import known_questions
from lkdash.contracts import GROUPINGS, Choice, Lang
from lkdash.formats import month_name
from lkdash.measures import editions, months
from lkdash.texts import text
from lkdash.ui.choice import current_choice, has_examples, write_back
from lkdash.ui.data import warehouse


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


def pick_edition() -> Choice:
    """Draw the widget for the edition looked at closely; the choice of that edition alone."""
    choice = chosen("edition")
    return replace(choice, editions=(choice.edition,))


def lasting(name: str, draw: Callable[..., Any], label: str, default: Any = None, **options: object) -> Any:
    """The value of a widget, which outlives it: Streamlit forgets the widgets that a page lacks."""
    key = f"widget_{name}"
    if key not in st.session_state:
        st.session_state[key] = st.session_state.setdefault(name, default)

    def keep() -> None:
        st.session_state[name] = st.session_state[key]

    return draw(label, key=key, on_change=keep, **options)


def _segments(name: str, label: str, words: Mapping[Any, str]) -> None:
    """One of a few, side by side; always one."""
    lasting(
        name, st.segmented_control, label, options=list(words), format_func=words.__getitem__, required=True
    )


def _switch(name: str, lang: Lang) -> None:
    lasting(name, st.toggle, text(f"choice.{name}", lang))


def _editions(lang: Lang) -> None:
    known = editions(warehouse()).known
    lasting("editions", st.pills, text("choice.editions", lang), options=known, selection_mode="multi")


def _edition(lang: Lang) -> None:
    words = {edition: edition for edition in editions(warehouse()).known}
    _segments("edition", text("choice.edition", lang), words)


def _relative(lang: Lang) -> None:
    words = {False: text("choice.absolute", lang), True: text("choice.relative", lang)}
    _segments("relative", text("choice.shown", lang), words)


def _by(lang: Lang) -> None:
    _segments("by", text("choice.by", lang), {by: text(f"group_by.{by}", lang) for by in GROUPINGS})


def _month(name: str, lang: Lang) -> None:
    known = months(warehouse())
    words = {"": text(f"choice.no_{name}", lang)} | {month: month_name(month, lang=lang) for month in known}
    _one_of(name, st.selectbox, text(f"choice.{name}", lang), words)


def _question(lang: Lang) -> None:
    words = {"": text("choice.own_question", lang)} | known_questions(warehouse(), lang)
    _one_of("question", st.radio, text("choice.question", lang), words, horizontal=True)


def _one_of(
    name: str, draw: Callable[..., Any], label: str, words: Mapping[str, str], **options: object
) -> None:
    """One of many; none where what was chosen is no longer there."""
    if st.session_state[name] not in words:
        st.session_state[name] = ""
    lasting(name, draw, label, options=list(words), format_func=words.__getitem__, **options)


_DRAW: dict[str, Callable[[Lang], None]] = {
    "editions": _editions,
    "relative": _relative,
    "estimates": partial(_switch, "estimates"),
    "edition": _edition,
    "by": _by,
    "examples": partial(_switch, "examples"),
    "first": partial(_month, "first"),
    "last": partial(_month, "last"),
    "against": partial(_month, "against"),
    "question": _question,
}
