"""What was imported, added up by channel, platform, network, kind of payment, day, week or all together."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.measures.imported_ids import JOINED, days_code, months_code
from lkdash.texts import text

# Channels taken together are no channel: in an id they have a name of their own.
TOGETHER: dict[str, Any] = {"platform": JOINED, "network": "", "paid": None}
NETWORKS = (
    "search",
    "display",
    "video",
    "performance_max",
    "demand_gen",
    "facebook",
    "instagram",
    "messenger",
    "audience_network",
)


def asked(choice: Choice) -> dict[str, Any]:
    """The parameters of a query on imported outcomes."""
    first, last = choice.days
    return {"first": first, "last": last, "demo": choice.examples}


def grouped(warehouse: Warehouse, choice: Choice, by: str = "") -> pd.DataFrame:
    """A row a group: every metric added up, rates, bounds, titles; and what names it: channel (words), days.

    by: as Choice.by, that of the choice where it is not given.
    """
    by = by or choice.by
    rows = warehouse.query("outcomes_grouped", by=by, **asked(choice))
    named = [_named(row, by, choice) for row in rows.to_dict("records")]
    parts = {
        name: [row[name] for row in named] for name in ("channel", "platform", "network", "paid", "days")
    }
    return rows.assign(**{name: pd.Series(cells, dtype="object") for name, cells in parts.items()})


def _named(row: dict[Any, Any], by: str, choice: Choice) -> dict[str, Any]:
    """The words and the id's parts of one group; what is not grouped by is taken together."""
    lang = choice.lang
    days = {"days": months_code(choice.first, choice.last)}
    joined = {"platform": JOINED, "network": JOINED, "paid": JOINED} | days
    if by in ("day", "week"):
        return TOGETHER | dated(pd.Timestamp(row["starts"]).date(), by, choice)
    if by == "whole":
        return TOGETHER | days | {"channel": text("outcome.together", lang)}
    if by == "platform":
        return joined | {"platform": row["platform"], "channel": text(f"platform.{row['platform']}", lang)}
    if by == "network":
        words = network_words(row["network"], lang) or text("outcome.no_network", lang)
        return joined | {"network": row["network"], "channel": words}
    if by == "paid":
        words = paid_words(row["paid"], lang) or text("outcome.no_payment", lang)
        return joined | {"paid": row["paid"], "channel": words}
    return {name: row[name] for name in TOGETHER} | days | {"channel": channel_words(row, lang)}


def dated(first: date, by: str, choice: Choice) -> dict[str, str]:
    """The words and code of a day, or of a week from its first day on, within the chosen months."""
    last = first + timedelta(days=6) if by == "week" else first
    begin, end = choice.days  # a week that the chosen months cut is another figure than the whole one
    span = max(first, begin or first), min(last, end or last)
    written, start, stop = (day(bound, lang=choice.lang) for bound in (first, *span))
    words = text("reach.week_of", choice.lang, day=written) if by == "week" else written
    if span != (first, last):
        words = text("reach.part_of_week", choice.lang, day=written, first=start, last=stop)
    return {"channel": words, "days": days_code(*span)}


def channel_words(row: dict[Any, Any], lang: Lang) -> str:
    """'Google Ads, display, betaald': what is not told is left out. row: platform, network, paid."""
    parts = [text(f"platform.{row['platform']}", lang), network_words(row["network"], lang)]
    return ", ".join(part for part in [*parts, paid_words(row["paid"], lang)] if part)


def network_words(network: str, lang: Lang) -> str:
    """A network as readers call it; one that lkdash does not know by its own name; empty where not told."""
    return text(f"network.{network}", lang) if network in NETWORKS else str(network or "")


def paid_words(paid: object, lang: Lang) -> str:
    """'betaald' or 'organisch'; empty where it has no meaning."""
    if is_missing(paid) or paid is pd.NA:
        return ""
    return text("outcome.paid" if paid else "outcome.organic", lang)
