"""What stands around the card's figures: visits, events, gaps, words."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from lkdash.contracts import Asked, Lang, PeriodKind, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing, marked
from lkdash.measures.kept import kept
from lkdash.measures.papers import with_papers
from lkdash.measures.references import period_words
from lkdash.measures.words import in_language
from lkdash.texts import text


@kept()
def website_visits(warehouse: Warehouse, lang: Lang) -> Table:
    """Published statements on visits to the card's website, a row a statement."""
    rows = warehouse.query("website_visits")
    named = [
        text("period.every_year", lang) if kind == PeriodKind.EVERY_YEAR else period
        for kind, period in zip(rows["period_kind"], rows["period"], strict=True)
    ]
    worded = with_papers(warehouse, "website_visits", rows, lang, Asked("website_visits"))
    reasons = rows[f"reason_{lang}"]
    told = [
        words if is_missing(reason) else marked(reason, status)
        for words, reason, status in zip(worded.rows["text"], reasons, rows["status"], strict=True)
    ]
    return replace(worded, rows=worded.rows.assign(period=named, text=told))


@kept()
def every_figure(warehouse: Warehouse, lang: Lang, *, origin: str) -> Table:
    """Every figure on the card that is `published` or `computed`."""
    rows = warehouse.query("all_figures")
    return with_papers(warehouse, origin, rows[rows["origin"] == origin], lang)


def share_verdicts(warehouse: Warehouse) -> dict[str, str]:
    """Per edition: does the published share follow from the numbers (agrees, rounding, differs)?"""
    rows = warehouse.query("share_verdicts")
    return dict(zip(rows["period"], rows["verdict"], strict=True))


@kept()
def dated_events(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Events around the card: period, when (in words), kind, text."""
    rows = in_language(warehouse.query("events"), lang)
    named = [
        period_words(period, lang) if is_missing(when) else when
        for period, when in zip(rows["period"], rows["when"], strict=True)
    ]
    return rows.assign(when=named)


def campaign_channels(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Channels of the yearly information campaign: text, since (year, where named)."""
    return in_language(warehouse.query("campaign_channels"), lang)


@kept()
def not_known(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Questions that no source answers: text, reason."""
    return in_language(warehouse.query("unknowns"), lang)


def remarks(warehouse: Warehouse, wanted: set[str], lang: Lang) -> list[str]:
    """These remarks in words, in the order of the source."""
    rows = warehouse.dataset("notes")
    return list(rows.loc[rows["note_id"].isin(wanted), lang])


def sources_of(warehouse: Warehouse, datasets: set[str], lang: Lang) -> pd.DataFrame:
    """The sources that the rows of these datasets name, each once: title, publisher, date."""
    named = set(warehouse.query("sources_of", datasets=sorted(datasets))["source_id"])
    known = sources(warehouse, lang)
    return known[known["source_id"].isin(named)]


def glossary(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every measure: label, definition, formula, unit, code."""
    return in_language(warehouse.query("measures"), lang)


def sources(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Every source: title, short, publisher, date."""
    return in_language(warehouse.query("sources"), lang)


def deviations(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """Known errors in a source: figure_id, check, expected, reason."""
    return in_language(warehouse.query("deviations"), lang)


@kept()
def changes(warehouse: Warehouse, lang: Lang) -> pd.DataFrame:
    """What changed in the figures, newest first: date, text."""
    return in_language(warehouse.query("changes"), lang)


def series(warehouse: Warehouse, lang: Lang, *names: str, periods: Sequence[str] = ()) -> Table:
    """These measures with their estimates, of these periods (none given: every single edition).

    Visits to the website: all that is published.
    """
    if "website_visits" in names:
        return website_visits(warehouse, lang)
    rows = warehouse.query("figures", measures=list(names), periods=list(periods), estimates=True)
    return with_papers(warehouse, "series", rows, lang)
