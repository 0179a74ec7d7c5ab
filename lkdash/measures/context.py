"""What stands around the card's figures: visits, other sources, events, gaps, words."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import pandas as pd

from lkdash.contracts import Lang, PeriodKind, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing, marked
from lkdash.measures.papers import figure_text, with_papers
from lkdash.texts import text


def website_visits(warehouse: Warehouse, lang: Lang) -> Table:
    """Published statements on visits to the card's website, a row a statement."""
    rows = warehouse.query("website_visits")
    named = [
        text("period.every_year", lang) if kind == PeriodKind.EVERY_YEAR else period
        for kind, period in zip(rows["period_kind"], rows["period"], strict=True)
    ]
    worded = with_papers(warehouse, "website_visits", rows, lang)
    reasons = rows[f"reason_{lang}"]
    told = [
        words if is_missing(reason) else marked(reason, status)
        for words, reason, status in zip(worded.rows["text"], reasons, rows["status"], strict=True)
    ]
    return replace(worded, rows=worded.rows.assign(period=named, text=told))


def every_figure(warehouse: Warehouse, lang: Lang, *, origin: str) -> Table:
    """Every figure on the card that is `published` or `computed`."""
    rows = warehouse.query("all_figures")
    return with_papers(warehouse, origin, rows[rows["origin"] == origin], lang)


def references(warehouse: Warehouse, lang: Lang, *series: str, gaps: bool = False) -> pd.DataFrame:
    """Public figures of other sources: label, basis and text in this language, a row a figure.

    gaps: also a row without a value for each year that a yearly series skips.
    """
    rows = warehouse.query("reference_figures", series=list(series), gaps=gaps)
    rows = rows.assign(decimals=0, signed=False, bias=None, measure=rows["series"])
    return _in(rows, lang).assign(text=[_reference_text(row, lang) for row in rows.to_dict("records")])


def _reference_text(row: dict[Hashable, Any], lang: Lang) -> str:
    if is_missing(row["figure_id"]):
        return marked(text("reference.gap", lang), str(row["status"]))
    return str(row["printed"]) if row["unit"] == "interval" else figure_text(row, lang)


def share_verdicts(warehouse: Warehouse) -> dict[str, str]:
    """Per edition: does the published share follow from the numbers (agrees, rounding, differs)?"""
    rows = warehouse.query("share_verdicts")
    return dict(zip(rows["period"], rows["verdict"], strict=True))


def dated_events(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Events around the card: period, kind, text."""
    return _in(warehouse.query("events"), lang)


def campaign_channels(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Channels of the yearly information campaign: text, since (year, where named)."""
    return _in(warehouse.query("campaign_channels"), lang)


def not_known(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Questions that no source answers: text, reason."""
    return _in(warehouse.query("unknowns"), lang)


def glossary(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every measure: label, definition, formula, unit, code."""
    return _in(warehouse.query("measures"), lang)


def sources(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every source: title, short, publisher, date."""
    return _in(warehouse.query("sources"), lang)


def deviations(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Known errors in a source: figure_id, check, expected, reason."""
    return _in(warehouse.query("deviations"), lang)


def changes(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """What changed in the figures, newest first: date, text."""
    return _in(warehouse.query("changes"), lang)


def _in(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The columns of one language without their ending; the bare one is called `text`."""
    other = {"nl": "en", "en": "nl"}[lang]
    kept = [c for c in rows if c != other and not str(c).endswith(f"_{other}")]
    names = {f"{str(c).removesuffix(f'_{lang}')}_{lang}": str(c).removesuffix(f"_{lang}") for c in kept}
    return rows[kept].rename(columns={**names, lang: "text"})
