"""Imported outcomes by period: the months there are, two periods compared, and the pace towards a target."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from lkdash.contracts import Choice, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.measures.campaign import moments
from lkdash.measures.imported_ids import imported_id, months_code
from lkdash.measures.kept import kept
from lkdash.measures.outcomes import SHOWN, TOGETHER, cell, outcome_table
from lkdash.texts import text

MEASURES = ("impressions", "clicked", "click_rate", "conversions", "sessions", "cost", "cost_per_click")

Span = tuple[date | None, date | None]


@kept("first", "last", "examples", "lang")
def periods_compared(warehouse: Warehouse, choice: Choice) -> Table:
    """The chosen months and as many before them, all channels together; no rows without both months."""
    spans = [choice.days_before, choice.days] if choice.days_before else []
    return _table(warehouse, choice, [span for span in spans if span])


@kept("first", "last", "examples", "lang")
def together(warehouse: Warehouse, choice: Choice) -> Table:
    """The chosen months, or all there are, all channels together."""
    return _table(warehouse, choice, [choice.days])


def _table(warehouse: Warehouse, choice: Choice, spans: list[Span]) -> Table:
    found = [_together(warehouse, choice, first, last) for first, last in spans]
    rows = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=["titles", "imported_at"])
    present = [name for name in MEASURES if len(rows) and rows[name].notna().any()]
    figures = [
        cell(row, name, row[name], SHOWN[name], choice.lang)
        for row in rows.to_dict("records")
        for name in present
    ]
    return outcome_table("periods", figures, rows, choice.lang)


def _together(warehouse: Warehouse, choice: Choice, first: date | None, last: date | None) -> pd.DataFrame:
    rows = warehouse.query("outcomes_in_period", first=first, last=last, demo=choice.examples)
    named = [day(bound, lang=choice.lang) if bound else "" for bound in (first, last)]
    whole = text("outcome.together", choice.lang)
    code = months_code(*(f"{bound:%Y-%m}" if bound else "" for bound in (first, last)))
    return rows.assign(channel=" - ".join(named) if any(named) else whole, days=code, **TOGETHER)


def months(warehouse: Warehouse) -> list[str]:
    """The months (2019-05) in which imported figures begin."""
    return list(warehouse.query("outcome_months")["month"])


def pacing(warehouse: Warehouse, targets: Mapping[str, float], choice: Choice) -> pd.DataFrame:
    """A row a target: metric, figure_id, label, target, reached, part, expected, status.

    expected: the part of the campaign's days gone by, were the target reached evenly.
    """
    rows = warehouse.query("outcomes_in_period", first=None, last=None, demo=choice.examples)
    reached = {} if rows.empty else {str(name): cell for name, cell in rows.iloc[0].items()}
    gone = _gone(warehouse, choice)
    lines = [
        {
            "metric": metric,
            "figure_id": imported_id(TOGETHER | {"status": reached.get("status")}, metric),
            "label": text(f"metric.{metric}", choice.lang),
            "target": target,
            "reached": reached.get(metric),
            "part": None if is_missing(reached.get(metric)) else float(reached[metric]) / target,
            "expected": gone,
            "status": reached.get("status", Status.UNAVAILABLE),
        }
        for metric, target in targets.items()
    ]
    columns = ["metric", "figure_id", "label", "target", "reached", "part", "expected", "status"]
    return pd.DataFrame(lines, columns=columns)


def _gone(warehouse: Warehouse, choice: Choice) -> float | None:
    """The part of the campaign's days up to the last imported one."""
    (campaign,) = moments(warehouse, choice.lang, "campaign").to_dict("records")
    weeks = warehouse.query("outcomes_over_time", grain="day", first=None, last=None, demo=choice.examples)
    if weeks.empty:
        return None
    last = pd.Timestamp(weeks["starts"].max()).date()
    part = ((last - campaign["starts"]).days + 1) / ((campaign["ends"] - campaign["starts"]).days + 1)
    return float(min(1.0, max(0.0, part)))
