"""Targets that the team sets for a campaign, and how far it is."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Refusal
from lkdash.formats import is_missing, number
from lkdash.store import may_change
from lkdash.texts import sentence, text
from lkdash.ui.blocks import bullets, heading
from lkdash.ui.cells import escaped, figure_link, told_links
from lkdash.ui.data import import_store, warehouse
from lkdash.ui.errors import refusing
from lkdash.ui.tables import plain_table

METRICS = ("impressions", "clicked", "conversions", "cost")


def targets(choice: Choice) -> None:
    """The table of targets with their pace, and a line to set one."""
    lang, store = choice.lang, import_store()
    heading(text("targets.title", lang))
    st.write(text("targets.text", lang))
    rows = measures.pacing(warehouse(), store.targets(), choice)
    if len(rows):
        alt = text("block.table", lang, title=text("targets.title", lang))
        table = _table(rows, choice)
        plain_table(table, alt, _links(rows, choice) | told_links(table, choice))
        _left_out(choice)
    try:
        may_change(store.bound_to)
    except Refusal as refusal:
        st.info(escaped(sentence(refusal.findings[0], lang)))
        return
    _line(choice)


def _left_out(choice: Choice) -> None:
    table = measures.left_out_of_campaign(warehouse(), choice)
    period = text("targets.days", choice.lang, period="".join(table.periods))
    bullets(stories.left_out_of(table, period, choice.lang), choice)


def _table(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    lang = choice.lang
    gone = "".join(stories.marked_as(row) for row in measures.days_gone(warehouse(), choice).records)
    lines = []
    for row in rows.to_dict("records"):
        pace = "" if is_missing(row["part"]) or is_missing(row["expected"]) else _pace(row, gone, choice)
        reached = text("outcome.absent", lang) if is_missing(row["reached"]) else _reached(row, choice)
        lines.append((row["label"], number(row["target"], row["unit"], lang=lang), reached, pace))
    names = [text(f"column.{name}", lang) for name in ("measure", "target", "reached", "pace")]
    return pd.DataFrame(lines, columns=names)


def _links(rows: pd.DataFrame, choice: Choice) -> dict[tuple[int, str], str]:
    header, period = text("column.reached", choice.lang), text("outcome.together", choice.lang)
    return {
        (at, header): figure_link(
            _reached(row, choice), row | {"origin": "imported", "period": period}, choice
        )
        for at, row in enumerate(rows.to_dict("records"))
        if not is_missing(row["reached"])
    }


def _reached(row: dict[Hashable, Any], choice: Choice) -> str:
    share = number(float(row["part"]), "share", lang=choice.lang)
    return text("targets.reached", choice.lang, value=row["text"], share=share)


def _pace(row: dict[Hashable, Any], gone: str, choice: Choice) -> str:
    """Of what is wanted much of, behind is bad news; of money it is the other way round.

    gone: the part of the campaign's days gone by, in words.
    """
    ahead = float(row["part"]) >= float(row["expected"])
    words = ("over", "within") if row["unit"] == "euro" else ("ahead", "behind")
    return text(f"targets.{words[0] if ahead else words[1]}", choice.lang, expected=gone)


def _line(choice: Choice) -> None:
    lang = choice.lang
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = {metric: text(f"metric.{metric}", lang) for metric in METRICS}
        metric = st.selectbox(text("targets.metric", lang), METRICS, format_func=names.__getitem__)
        written = st.text_input(text("targets.value", lang), key="target_value")
        pressed = st.button(text("targets.save", lang))
    if not pressed:
        return
    plain = written.strip().replace(".", "").replace(" ", "")
    if plain and not plain.isdigit():
        st.error(escaped(text("targets.no_number", lang, written=written)))
        return
    with refusing(choice.lang):
        import_store().set_target(metric, float(plain) if plain else None)
        st.rerun()
