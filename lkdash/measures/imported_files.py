"""The files behind an imported figure: which imports have rows that count in it."""

import re
from datetime import date
from typing import Any

import pandas as pd

from lkdash.contracts import Choice
from lkdash.contracts.period import span
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.campaign import campaign_months
from lkdash.measures.compared import is_pair, pair_inputs
from lkdash.measures.imported_ids import JOINED, UNTOLD, Imported, channel_code, choice_of, parsed, slug
from lkdash.measures.outcomes import ADDED, FUNNEL, funnel
from lkdash.measures.rates import RATES, whole_of

NOTHING = Choice(editions=())
FILE = ["import_id", "file", "title", "imported_at"]
TEMPLATE, SURVEY, TOTAL = "TEMPLATE-", "SURVEY-", "TOTAAL-"
FUNNEL_CODE = f"{slug(FUNNEL['platform'])}-"
TAKEN_TOGETHER = tuple(f"{name}-{UNTOLD}-{UNTOLD}" for name in (JOINED.upper(), "TOTAAL"))


def is_dated(asked: Imported) -> bool:
    """Does the id name days, and no months?"""
    return re.match(r"\d{4}-\d\d-\d\d", asked.days) is not None


def files_of(warehouse: Warehouse, figure_id: str) -> pd.DataFrame:
    """The imports whose rows count in it: import_id, file, title, imported_at, first_day, last_day."""
    asked = parsed(figure_id)
    if asked is None:
        return pd.DataFrame(columns=[*FILE, "first_day", "last_day"])
    parts = _parts(warehouse, asked, figure_id)
    if parts is not None:
        files = [files_of(warehouse, name) for name in parts]
        return (
            pd.concat(files, ignore_index=True).drop_duplicates("import_id")
            if files
            else files_of(warehouse, "")
        )
    first, last = _days(warehouse, asked)
    metrics = {"answers"} if asked.channel.startswith(SURVEY) else _metrics(asked.metric)
    counted = {"metrics": sorted(metrics), "rows": _rows(asked)}
    rows = warehouse.query("imported_files", first=first, last=last, demo=asked.example, **counted)
    platforms = _platforms(warehouse, asked)
    own = rows[pd.Series([_belongs(row, asked, platforms) for row in rows.to_dict("records")], dtype=bool)]
    spans = own.groupby(FILE, sort=False, as_index=False)
    return spans.agg(first_day=("first_day", "min"), last_day=("last_day", "max"))


def _parts(warehouse: Warehouse, asked: Imported, figure_id: str) -> list[str] | None:
    """The ids of what a pair or a step of the funnel is made of; None for what files tell themselves."""
    if is_pair(asked):
        return pair_inputs(warehouse, asked, figure_id)
    if not asked.channel.startswith(FUNNEL_CODE):
        return None
    steps = funnel(warehouse, choice_of(asked, NOTHING)).records
    return [name for step in steps if step["figure_id"] == figure_id for name in step["inputs"].split()]


def _rows(asked: Imported) -> str:
    """Which rows of the files tell it, as imported_files.sql takes it."""
    named = {"impressions_outside": "outside", "impressions_undivided": "long"}
    return named.get(asked.metric) or ("daily" if by_day(asked) else "all")


def imports_replaced(warehouse: Warehouse) -> dict[str, str]:
    """The imports of which a newer one tells figures too: `replaced` where all of them are, else `partly`."""
    rows = warehouse.query("imports_replaced")
    states = ["replaced" if gone else "partly" for gone in rows["gone"]]
    return dict(zip(rows["import_id"], states, strict=True))


def by_day(asked: Imported) -> bool:
    """Is it of a day or a week, of which only rows of one day tell?"""
    if not is_dated(asked) or asked.channel.startswith(TEMPLATE):
        return False
    start, end = span(asked.days.replace("_", "/")) or (None, None)
    return start is not None and end is not None and (end - start).days < 7


def of_campaign(warehouse: Warehouse, figure_id: str) -> bool:
    """Is it of exactly the campaign's days?"""
    asked = parsed(figure_id)
    (period,) = warehouse.query("moments", kinds=["campaign"])["period"]
    return asked is not None and asked.days.replace("_", "/") == period


def _platforms(warehouse: Warehouse, asked: Imported) -> str | None:
    """Those that a criterion's total counts, separated by spaces; None where it counts all."""
    criteria = warehouse.query("criteria")
    named = criteria.loc[criteria["metric"] == asked.metric, "platforms"].dropna()
    return None if named.empty or not asked.channel.startswith(TOTAL) else str(named.iloc[0])


def of_platforms(platforms: object, figure_id: str) -> bool:
    """Is this imported figure of one of these platforms (separated by spaces; nothing = all)?"""
    asked = parsed(figure_id)
    codes = [slug(name) for name in ("" if is_missing(platforms) else str(platforms)).split()]
    return not codes or asked is None or asked.channel.split("-")[0] in codes


def _days(warehouse: Warehouse, asked: Imported) -> tuple[date | None, date | None]:
    if asked.channel.startswith(TOTAL):
        first, last = campaign_months(warehouse)
        return Choice(editions=(), first=first, last=last).days
    if asked.channel.startswith(TEMPLATE) or is_dated(asked):
        return span(asked.days.replace("_", "/")) or (None, None)
    return choice_of(asked, NOTHING).days


def _metrics(metric: str) -> set[str]:
    """The metrics of the files behind a measure."""
    parts = [whole_of(part) for part in RATES.get(metric, (metric,))]
    return {name for part in parts for name in ADDED.get(part, (part,))}


def _belongs(row: dict[Any, Any], asked: Imported, platforms: str | None) -> bool:
    if platforms and row["platform"] not in platforms.split():
        return False
    if asked.channel in TAKEN_TOGETHER:
        return row["platform"] not in ("survey", "template")
    if is_dated(asked) and not asked.channel.startswith(
        TEMPLATE
    ):  # of a day or week: the platform's channels
        return channel_code(row["platform"]) == asked.channel
    own = channel_code(row["platform"], _network(row), row["paid"]).split("-")
    return all(
        code in (JOINED.upper(), part) for code, part in zip(asked.channel.split("-"), own, strict=True)
    )


def _network(row: dict[Any, Any]) -> str:
    """What tells the channel of a row apart: for counts what was counted by whom, for surveys its name."""
    if row["platform"] == "template":
        return f"{row['account']} {row['question'] or ''}"
    return str(row["account"] if row["platform"] == "survey" else row["network"])
