"""The parts of the page on answers: the question, what is proposed for it, the draft and its files."""

from datetime import date
from functools import partial
from textwrap import shorten

import streamlit as st

from lkdash.answers.draft import Draft, draft
from lkdash.answers.evidence import evidence
from lkdash.answers.frozen import figures_of
from lkdash.answers.pictures import charted, pictures
from lkdash.answers.plan import Item, Plan
from lkdash.answers.proposing import Proposal, propose
from lkdash.answers.questions import (
    SubQuestion,
    known_question,
    known_questions,
    sub_questions,
    subject_of,
    text_above,
)
from lkdash.answers.rules import Rule, above, rules
from lkdash.contracts import Choice, Lang
from lkdash.db import Warehouse
from lkdash.exports import Kind, can_draw, write_document
from lkdash.texts import text
from lkdash.ui.blocks import escaped, heading
from lkdash.ui.choosing import chosen, lasting
from lkdash.ui.data import warehouse
from lkdash.ui.document import show_document
from lkdash.ui.kept import keep

SHOWN = 90  # characters of a text above the sub-questions


def answering() -> None:
    """Ask for the question, show what is proposed, and the draft of what was kept of it, with its files."""
    choice = chosen("question", "editions", "estimates")
    lang = choice.lang
    subject, asked, heading_text = _asked(choice)
    if not asked:
        st.info(text("answer.paste_first", lang))
        return
    known = rules(warehouse(), lang)
    heading(text("answer.proposals", lang))
    st.write(text("answer.proposals_text", lang))
    proposals = _in_order(propose(asked, known, above(warehouse(), heading_text)))
    items = [item for found in proposals if (item := _item(found, known, choice))]
    if not items:
        st.info(text("answer.nothing_kept", lang))
        return
    _draft(Plan(subject, tuple(items), choice))


def _draft(plan: Plan) -> None:
    made = draft(warehouse(), plan, date.today())
    heading(text("answer.draft", plan.choice.lang))
    _files(plan, made)
    keep(plan, made)
    with st.container(border=True, key="told_answer"):  # columns do not become too narrow
        show_document(made.document, figures_of(made.tables.values()), plan.choice)


def _asked(choice: Choice) -> tuple[str, list[SubQuestion], str]:
    """The subject, the sub-questions and the text above: of a known question, or of what was pasted."""
    lang = choice.lang
    subjects = known_questions(warehouse(), lang)
    if choice.question in subjects:
        return subjects[choice.question], known_question(warehouse(), choice.question, lang), ""
    box = {"height": 220, "placeholder": text("answer.example", lang)}
    pasted = lasting("answer_pasted", st.text_area, text("answer.paste", lang), "", **box)
    subject = lasting("answer_subject", st.text_input, text("answer.subject", lang), "")
    named = subject.strip() or subject_of(pasted) or text("answer.own_subject", lang)
    return named, sub_questions(pasted), text_above(pasted)


def _in_order(proposals: list[Proposal]) -> list[Proposal]:
    """The sub-questions as the member ordered them; a question that is new starts in its own order."""
    numbers = [found.question.number for found in proposals]
    order = st.session_state.get("answer_order", [])
    if sorted(order) != sorted(numbers):
        order = numbers
    st.session_state.answer_order = order
    return sorted(proposals, key=lambda found: order.index(found.question.number))


def _item(found: Proposal, known: dict[str, Rule], choice: Choice) -> Item | None:
    """One sub-question with its proposal, to change, move or drop; None where it is dropped."""
    lang, question = choice.lang, found.question
    names = [rule.rule_id for rule in found.rules]
    key = f"{choice.question}_{question.number}_{abs(hash((question.asked, *names)))}"
    with st.container(border=True):
        words = " ".join(part for part in (question.lead, question.text) if part)
        st.markdown(f"**{escaped(question.number)}.** {escaped(words)}")
        if not found.rules:
            st.write(text("answer.nothing_fits", lang))
        if found.above:
            said = shorten(found.above, SHOWN, placeholder=" …")
            st.caption(text("answer.subject_from_above", lang, above=escaped(said)))
        chosen_rules = _chosen(found, known, key, lang)
        with st.container(horizontal=True, vertical_alignment="center"):
            kept = lasting(f"answer_kept_{key}", st.toggle, text("answer.keep_question", lang), True)
            _mover(question.number, -1, key, lang)
            _mover(question.number, 1, key, lang)
    return Item(question, chosen_rules) if kept else None


def _chosen(found: Proposal, known: dict[str, Rule], key: str, lang: Lang) -> tuple[str, ...]:
    """The rules that answer it: those proposed unless taken away, and others where added."""
    proposed = [rule.rule_id for rule in found.rules]
    others = [name for name in known if name not in proposed]
    labels = {name: rule.label for name, rule in known.items()}
    kept: list[str] = []
    if proposed:
        kept = _pills(text("answer.proposed", lang), proposed, proposed, f"answer_rules_{key}", labels)
    with st.expander(text("answer.others", lang)):
        added = _pills(text("answer.others_label", lang), others, [], f"answer_others_{key}", labels)
    return (*[name for name in proposed if name in kept], *added)


def _pills(label: str, names: list[str], chosen: list[str], key: str, labels: dict[str, str]) -> list[str]:
    picked: list[str] = lasting(
        key, st.pills, label, chosen, options=names, selection_mode="multi", format_func=labels.__getitem__
    )
    return picked


def _mover(number: str, by: int, key: str, lang: Lang) -> None:
    order: list[str] = st.session_state.answer_order
    at = order.index(number)

    def move() -> None:
        order.insert(at + by, order.pop(at))

    st.button(
        text("answer.up" if by < 0 else "answer.down", lang, number=number),
        on_click=move,
        disabled=not 0 <= at + by < len(order),
        key=f"answer_move_{by}_{key}",
    )


def _files(plan: Plan, made: Draft) -> None:
    """The draft as files, made when asked for."""
    lang = plan.choice.lang
    name = f"lkdash-antwoord{f'-{plan.choice.question}' if plan.choice.question else ''}"
    with st.container(horizontal=True):
        for kind in Kind:
            st.download_button(
                text(f"answer_file.{kind}", lang),
                data=partial(_file, warehouse(), plan, kind),
                file_name=f"{name}.{kind}",
                mime=kind.mime,
                key=f"answer_{kind}",
                on_click="ignore",
            )
        st.download_button(
            text("answer_file.zip", lang),
            data=partial(evidence, warehouse(), plan, date.today()),
            file_name=f"{name}-bewijs.zip",
            mime="application/zip",
            key="answer_zip",
            on_click="ignore",
        )
    if charted(made.tables):
        st.caption(text("answer.with_pictures" if can_draw() else "answer.no_pictures", lang))


def _file(data: Warehouse, plan: Plan, kind: Kind) -> bytes:
    """The draft with the charts of its tables; made outside the page's run."""
    made = draft(data, plan, date.today(), pictures(plan.choice.lang))
    return write_document(made.document, kind)
