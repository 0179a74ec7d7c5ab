"""The recruitment campaign 'Word een echte influencer': its actions, and what it was to be judged by."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from lkdash.contracts import Lang
from lkdash.contracts.period import span
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing, number
from lkdash.measures.imported import sum_id
from lkdash.measures.references import period_words, references
from lkdash.measures.words import in_language
from lkdash.texts import text

NOTHING: Mapping[str, float] = {}


def actions(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every action: text, channel, kind, phase, starts and ends (empty without a date), dated, when."""
    rows = in_language(warehouse.query("actions"), lang)
    return rows.assign(when=[_when(row, lang) for row in rows.to_dict("records")])


def _when(row: dict[Hashable, Any], lang: Lang) -> str:
    if not row["dated"]:
        return text(f"undated.{row['phase']}", lang)
    first, last = day(row["starts"].date(), lang=lang), day(row["ends"].date(), lang=lang)
    return first if first == last else text("period.between", lang, start=first, end=last)


def moments(warehouse: Warehouse, lang: Lang, *kinds: str) -> pd.DataFrame:
    """Moments and periods of these kinds: text, kind, period, when (in words), starts, ends, source_id."""
    rows = in_language(warehouse.query("moments", kinds=list(kinds)), lang)
    spans = [span(period) or (None, None) for period in rows["period"]]
    return rows.assign(
        when=[period_words(period, lang) for period in rows["period"]],
        starts=pd.Series([first for first, _ in spans], index=rows.index, dtype="object"),
        ends=pd.Series([last for _, last in spans], index=rows.index, dtype="object"),
    )


def expectations(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """What the campaign was expected to bring: expectation_id, text, source_id."""
    return in_language(warehouse.query("expectations"), lang)


def criteria(warehouse: Warehouse, lang: Lang, imported: Mapping[str, float] = NOTHING) -> pd.DataFrame:
    """Every criterion with the figure that there is: text, expectations, holder, state, figure, source_id.

    mentions: the figures in the words of `figure`, in order: figure_id, text, label, period, origin.

    imported: totals by metric name (clicks, shares, …) of what the reader's own store holds.
    state: `imported`, `reference` (figures of another source exist) or `unpublished`.
    """
    rows = in_language(warehouse.query("criteria"), lang)
    records = rows.to_dict("records")
    return rows.assign(
        expectations=rows["expectations"].str.split(),
        state=[criterion_state(row, imported) for row in records],
        figure=[_figure(warehouse, row, imported, lang) for row in records],
        mentions=pd.Series([_mentions(warehouse, row, imported, lang) for row in records], dtype="object"),
    )


def criterion_state(row: Mapping[Hashable, Any], imported: Mapping[str, float]) -> str:
    """Where the figure of a criterion comes from; the reader's own import goes before another source."""
    if row["metric"] in imported:
        return "imported"
    return "unpublished" if is_missing(row["series"]) else "reference"


def _figure(warehouse: Warehouse, row: dict[Hashable, Any], imported: Mapping[str, float], lang: Lang) -> str:
    state = criterion_state(row, imported)
    if state == "imported":
        return number(imported[row["metric"]], str(row["unit"]), lang=lang)
    if state == "reference":
        rows = references(warehouse, lang, *str(row["series"]).split())
        return "; ".join(_series(group, lang) for _, group in rows.groupby("series", sort=False))
    return text("evaluation.unpublished", lang)


def _mentions(
    warehouse: Warehouse, row: dict[Hashable, Any], imported: Mapping[str, float], lang: Lang
) -> list[dict[str, Any]]:
    state = criterion_state(row, imported)
    if state == "reference":
        found = references(warehouse, lang, *str(row["series"]).split()).to_dict("records")
        return [{str(name): cell for name, cell in figure.items()} for figure in found]
    if state == "imported":
        words = {"text": _figure(warehouse, row, imported, lang), "period": text("outcome.together", lang)}
        named = {"figure_id": sum_id(row["metric"]), "label": text(f"metric.{row['metric']}", lang)}
        return [words | named | {"origin": "imported"}]
    return []


def _series(rows: pd.DataFrame, lang: Lang) -> str:
    values = [f"{row['text']} ({period_words(str(row['period']), lang)})" for row in rows.to_dict("records")]
    return f"{rows['label'].iloc[0]}: {', '.join(values)}"
