"""Targets that the team sets for a campaign, and how far it is."""

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import Choice, Refusal
from lkdash.formats import is_missing, marked, number
from lkdash.store import may_change
from lkdash.texts import text
from lkdash.ui.blocks import heading
from lkdash.ui.cells import Links, escaped, figure_link
from lkdash.ui.data import import_store, warehouse
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
        plain_table(_table(rows, choice), alt, _links(rows, choice))
    try:
        may_change(store.bound_to)
    except Refusal:
        return
    _line(choice)


def _table(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    lang = choice.lang
    lines = []
    for row in rows.to_dict("records"):
        pace = "" if is_missing(row["part"]) or is_missing(row["expected"]) else _pace(row, choice)
        reached = text("outcome.absent", lang) if is_missing(row["reached"]) else _reached(row, choice)
        cells = (row["label"], number(row["target"], "number", lang=lang), reached, pace)
        lines.append(cells)
    names = [text(f"column.{name}", lang) for name in ("measure", "target", "reached", "pace")]
    return pd.DataFrame(lines, columns=names)


def _links(rows: pd.DataFrame, choice: Choice) -> Links:
    header, period = text("column.reached", choice.lang), text("outcome.together", choice.lang)
    return {
        (at, header): figure_link(
            _reached(row, choice), row | {"origin": "imported", "period": period}, choice
        )
        for at, row in enumerate(rows.to_dict("records"))
        if not is_missing(row["reached"])
    }


def _reached(row: dict[object, object], choice: Choice) -> str:
    value = number(float(str(row["reached"])), "number", lang=choice.lang)
    share = number(float(str(row["part"])), "share", lang=choice.lang)
    return marked(f"{value} ({share})", str(row["status"]))


def _pace(row: dict[object, object], choice: Choice) -> str:
    part, expected = float(str(row["part"])), float(str(row["expected"]))
    key = "targets.ahead" if part >= expected else "targets.behind"
    return text(key, choice.lang, expected=number(expected, "share", lang=choice.lang))


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
    import_store().set_target(metric, float(plain) if plain else None)
    st.rerun()
