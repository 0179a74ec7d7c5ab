"""Answers that were kept: keep one, open one as it was, and see which figures are others today."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from lkdash.answers.draft import Draft
from lkdash.answers.frozen import Change, Frozen, changes_since, frozen, thawed
from lkdash.answers.plan import Plan
from lkdash.contracts import Choice, Lang, Refusal, mention
from lkdash.formats import day
from lkdash.store import Answers, may_change, store_folder
from lkdash.texts import sentence, text
from lkdash.ui.blocks import escaped, heading
from lkdash.ui.cells import told_links
from lkdash.ui.choice import current_choice
from lkdash.ui.data import import_store, warehouse
from lkdash.ui.document import show_document
from lkdash.ui.tables import plain_table


def keep(plan: Plan, made: Draft) -> None:
    """A button that keeps this draft as it is; where that may not be, the sentence that says why."""
    lang, store = plan.choice.lang, _store()
    try:
        may_change(store.bound_to)
    except Refusal as refusal:
        st.warning(escaped(sentence(refusal.findings[0], lang)))
        return
    if st.button(text("kept.keep", lang), key="keep_answer"):
        answer_id = store.keep(frozen(warehouse(), _plain(plan), date.today(), made))
        st.success(text("kept.done", lang, id=answer_id[:12]))


def _plain(plan: Plan) -> Plan:
    """Without the choices that have no meaning for an answer, so that the same answer is kept once."""
    plain = Choice(plan.choice.editions, plan.choice.lang, estimates=plan.choice.estimates)
    return replace(plan, choice=replace(plain, question=plan.choice.question))


def _store() -> Answers:
    return Answers(store_folder(), bound_to=import_store().bound_to)


def kept_answers(lang: Lang) -> None:
    """Every answer kept before: one opens as it was, with the figures that are others today."""
    st.write(text("kept.text", lang))
    known = _known(_store(), lang)
    if not known:
        st.info(text("kept.none", lang))
        return
    names = {name: _named(name, kept, lang) for name, kept in known.items()}
    chosen = st.selectbox(
        text("kept.which", lang),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=text("kept.choose", lang),
        key="kept_chosen",
    )
    if chosen:
        _opened(known[chosen], lang)


def _known(store: Answers, lang: Lang) -> dict[str, Frozen]:
    """Every kept answer that can be read, the newest first; a damaged one is left out and said."""
    found = {}
    for name in store.ids():
        try:
            found[name] = thawed(store.read(name))
        except Refusal as refusal:
            st.warning(escaped(sentence(refusal.findings[0], lang)))
    return found


def _named(name: str, kept: Frozen, lang: Lang) -> str:
    return f"{day(kept.made_on, lang=lang)}, {kept.plan.subject} ({name[:12]})"


def _opened(kept: Frozen, lang: Lang) -> None:
    """The answer as it was, under what to know of it today."""
    changed = changes_since(kept, warehouse())
    heading(kept.document.colophon.title)
    values = {"date": day(kept.made_on, lang=lang), "version": kept.version}
    if changed:
        st.warning(text("kept.changed", lang, count=len(changed), **values))
        header = [text(f"column.{name}", lang) for name in ("figure_id", "label", "period", "then", "now")]
        rows = pd.DataFrame([_told(change, lang) for change in changed], columns=header)
        plain_table(rows, text("kept.changes", lang), told_links(rows, current_choice()))
    else:
        st.info(text("kept.unchanged", lang, **values))
    with st.container(border=True, key="told_kept"):
        show_document(kept.document, kept.figures, replace(current_choice(), lang=lang))


def _told(change: Change, lang: Lang) -> tuple[str, ...]:
    """Id, label, period, then and now; what there is today is mentioned, so that it opens its papers."""
    about = (change.label, change.period, change.then)
    if not change.now:
        return (change.figure_id, *about, text("kept.gone", lang))
    return (mention(change.figure_id, change.figure_id), *about, mention(change.now, change.figure_id))
