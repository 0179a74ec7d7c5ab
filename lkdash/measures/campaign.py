"""The recruitment campaign 'Word een echte influencer': its actions, and what it was to be judged by."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from lkdash.contracts import Lang, mention
from lkdash.contracts.period import span
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.measures.imported import real_counts, sum_id
from lkdash.measures.references import period_words, references
from lkdash.measures.words import in_language
from lkdash.texts import text

NOTHING: Mapping[str, str] = {}


def actions(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every action: text, channel, kind, kind_name, phase, starts and ends (empty undated), dated, when."""
    rows = in_language(warehouse.query("actions"), lang)
    return rows.assign(
        kind_name=[text(f"kind.{kind}", lang) for kind in rows["kind"]],
        when=[_when(row, lang) for row in rows.to_dict("records")],
    )


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


def campaign_months(warehouse: Warehouse) -> tuple[str, str]:
    """The months (2019-04) in which the campaign began and ended."""
    (period,) = warehouse.query("moments", kinds=["campaign"])["period"]
    first, _, last = str(period).partition("/")
    return first[:7], last[:7]


def expectations(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """What the campaign was expected to bring: expectation_id, text, source_id."""
    return in_language(warehouse.query("expectations"), lang)


def criteria(
    warehouse: Warehouse,
    lang: Lang,
    imported: Mapping[str, str] = NOTHING,
    asked: Sequence[Mapping[str, Any]] = (),
) -> pd.DataFrame:
    """Every criterion with the figure that there is: text, expectations, holder, state, figure, source_id.

    imported: totals in words by metric name (clicked, shares, …) of what the reader's own store holds.
    asked: the shares satisfied of its surveys, as survey_shares tells them.
    state: `imported`, `reference` (figures of another source exist) or `unpublished`. totalled: figure is of
    imports alone. figure: in words, each figure mentioned.
    """
    rows = in_language(warehouse.query("criteria"), lang)
    found = [_figures(warehouse, row, imported, asked, lang) for row in rows.to_dict("records")]
    return rows.assign(
        expectations=rows["expectations"].str.split(),
        state=[criterion_state(figures) for figures in found],
        totalled=[bool(figures) and "series" not in figures[0] for figures in found],
        figure=[_told(figures, lang) for figures in found],
    )


def criterion_state(figures: list[dict[str, Any]]) -> str:
    """Where the figures of a criterion come from; the reader's own import goes before another source."""
    origins = {figure["origin"] for figure in figures}
    return next((origin for origin in ("imported", "reference") if origin in origins), "unpublished")


def _figures(
    warehouse: Warehouse,
    row: dict[Hashable, Any],
    imported: Mapping[str, str],
    asked: Sequence[Mapping[str, Any]],
    lang: Lang,
) -> list[dict[str, Any]]:
    """The figures of a criterion: its total, its surveys, or imported counts and then public ones."""
    surveyed = [dict(figure) for figure in asked if figure["measure"] == row["metric"]]
    if surveyed:
        return surveyed
    if row["metric"] in imported:
        return [{"figure_id": sum_id(row["metric"]), "text": imported[row["metric"]], "origin": "imported"}]
    if is_missing(row["series"]):
        return []
    public = references(warehouse, lang, *str(row["series"]).split())
    others = [] if is_missing(row["counts"]) else str(row["counts"]).split()
    counts = real_counts(warehouse, lang, [*public["metric"].dropna(), *others])
    records = [*counts.to_dict("records"), *public.to_dict("records")]
    return [{str(name): cell for name, cell in figure.items()} for figure in records]


def _told(figures: list[dict[str, Any]], lang: Lang) -> str:
    if not figures:
        return text("evaluation.unpublished", lang)
    if "base" in figures[0]:
        return "; ".join(_surveyed(figure, lang) for figure in figures)
    if "series" not in figures[0]:
        return text("evaluation.total", lang, value=mention(figures[0]["text"], figures[0]["figure_id"]))
    labels = dict.fromkeys(figure["label"] for figure in figures)
    return "; ".join(_series(label, figures, lang) for label in labels)


def _surveyed(figure: dict[str, Any], lang: Lang) -> str:
    share = mention(figure["text"], figure["figure_id"])
    return text("evaluation.surveyed", lang, question=figure["period"], share=share, base=figure["base"])


def _series(label: str, figures: list[dict[str, Any]], lang: Lang) -> str:
    values = [
        f"{mention(figure['text'], figure['figure_id'])} ({period_words(str(figure['period']), lang)})"
        for figure in figures
        if figure["label"] == label
    ]
    return f"{label}: {', '.join(values)}"
