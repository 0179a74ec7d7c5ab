"""Imported outcomes by period: the months there are, two periods compared, and the pace towards a target."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import day
from lkdash.measures.campaign import moments
from lkdash.measures.grouped import TOGETHER, grouped
from lkdash.measures.imported_ids import days_code
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import SHOWN, cell
from lkdash.measures.outcome_table import outcome_table
from lkdash.measures.outcomes import GAINED, SEEN, measured
from lkdash.measures.sides import sides_of
from lkdash.texts import text

MEASURES = (*SEEN, "video_views", *GAINED)

NOTHING = Choice(editions=())


@kept("first", "last", "against", "examples", "lang")
def periods_compared(warehouse: Warehouse, choice: Choice) -> Table:
    """The chosen months and as many others, in time, all channels together; no rows without both months."""
    if choice.other_months is None:
        return _table(warehouse, [], choice.lang)
    first, last = choice.other_months
    both = [replace(choice, first=first, last=last), choice]
    return _table(warehouse, sorted(both, key=lambda each: each.first), choice.lang)


@kept("first", "last", "examples", "lang")
def together(warehouse: Warehouse, choice: Choice) -> Table:
    """The chosen months, and all there are, all channels together."""
    whole = replace(choice, first="", last="")  # with every measure that any period tells
    return _table(warehouse, [choice] if choice == whole else [choice, whole], choice.lang)


def _table(warehouse: Warehouse, choices: Sequence[Choice], lang: Lang) -> Table:
    found = [_together(warehouse, choice) for choice in choices] or [grouped(warehouse, NOTHING, "whole")[:0]]
    return measured("periods", MEASURES, pd.concat(found, ignore_index=True), lang)


def _together(warehouse: Warehouse, choice: Choice) -> pd.DataFrame:
    rows = grouped(warehouse, choice, "whole")
    named = [day(bound, lang=choice.lang) if bound else "" for bound in choice.days]
    return rows.assign(channel=" - ".join(named)) if any(named) else rows


def months(warehouse: Warehouse) -> list[str]:
    """The months (2019-05) in which imported figures begin."""
    return list(warehouse.query("outcome_months")["month"])


@kept("examples", "lang")
def campaign_so_far(warehouse: Warehouse, choice: Choice) -> Table:
    """All channels together on the days of the campaign."""
    *_, rows = _on_campaign(warehouse, choice)
    return measured("periods", MEASURES, rows, choice.lang)


@kept("examples", "lang")
def campaign_sides(warehouse: Warehouse, choice: Choice) -> Table:
    """The sides of the rates of `campaign_so_far`, where they are not the whole sum."""
    *_, rows = _on_campaign(warehouse, choice)
    return sides_of(rows, choice.lang)


def pacing(warehouse: Warehouse, targets: Mapping[str, float], choice: Choice) -> pd.DataFrame:
    """A row a target: metric, unit, figure_id, label, target, reached, text, part, expected, status.

    expected: the part of the campaign's days gone by (of days_gone), were the target reached evenly.
    """
    reached = {row["measure"]: row for row in campaign_so_far(warehouse, choice).records}
    gone = next(iter(days_gone(warehouse, choice).rows["value"]), None)
    lines = [
        {
            "metric": metric,
            "unit": SHOWN[metric][0],
            "label": text(f"metric.{metric}", choice.lang),
            "target": target,
            "figure_id": reached[metric]["figure_id"] if metric in reached else None,
            "reached": reached[metric]["value"] if metric in reached else None,
            "text": reached[metric]["text"] if metric in reached else "",
            "part": reached[metric]["value"] / target if metric in reached else None,
            "expected": gone,
            "status": reached[metric]["status"] if metric in reached else Status.UNAVAILABLE,
        }
        for metric, target in targets.items()
    ]
    columns = [
        "metric",
        "unit",
        "label",
        "target",
        "figure_id",
        "reached",
        "text",
        "part",
        "expected",
        "status",
    ]
    return pd.DataFrame(lines, columns=columns)


@kept("examples", "lang")
def days_gone(warehouse: Warehouse, choice: Choice) -> Table:
    """The part of the campaign's days up to the last imported one, a share; no row without imported days."""
    first, end, rows = _on_campaign(warehouse, choice)
    told = rows[rows["last_day"].notna()]
    figures = [
        cell(row, "days_gone", _part_gone(row["last_day"], first, end), ("share", 0, True), choice.lang)
        for row in told.to_dict("records")
    ]
    return outcome_table("days_gone", figures, told, choice.lang)


def _part_gone(last: Any, first: date, end: date) -> float:
    gone = (pd.Timestamp(last).date() - first).days + 1
    return min(1.0, max(0.0, gone / ((end - first).days + 1)))


def _on_campaign(warehouse: Warehouse, choice: Choice) -> tuple[date, date, pd.DataFrame]:
    """First and last day of the campaign, and what was imported on its days, all channels together."""
    (campaign,) = moments(warehouse, choice.lang, "campaign").to_dict("records")
    first, end = campaign["starts"], campaign["ends"]
    rows = warehouse.query("outcomes_grouped", by="whole", demo=choice.examples, first=first, last=end)
    return first, end, rows.assign(channel=campaign["when"], days=days_code(first, end), **TOGETHER)
