"""Imported counts that are no channel's: the series of the template, totals for the evaluation."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, PeriodKind, Status, Table
from lkdash.contracts.outcome import AMOUNTS
from lkdash.db import Warehouse
from lkdash.formats import day, is_whole, number
from lkdash.measures.imported_ids import JOINED, days_code, imported_id, months_code
from lkdash.measures.kept import kept
from lkdash.measures.papers import figure_text
from lkdash.measures.references import period_words
from lkdash.texts import text

UNITS = {"enrolments": "enrolments"}  # the other counts of the template are of persons


@kept("lang", "examples")
def imported_series(warehouse: Warehouse, choice: Choice) -> pd.DataFrame:
    """Counts of the template in the columns of references_in_time; a series a metric, count and source.

    `metric` names the reference series that count the same; it is no part of any of them.
    """
    rows = warehouse.query("imported_counts", demo=choice.examples)
    records = [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
    keys = list(dict.fromkeys(_series(row) for row in records))
    figures = [_count(row, keys.index(_series(row)) + 1, choice.lang) for row in records]
    return pd.DataFrame(figures, columns=None if figures else ["series", "metric", "label", "status"])


def real_counts(warehouse: Warehouse, lang: Lang, metrics: Iterable[str]) -> pd.DataFrame:
    """The rows of imported_series that count one of these metrics; examples never count."""
    rows = imported_series(warehouse, Choice(editions=(), lang=lang, examples=False))
    return rows[rows["metric"].isin(list(metrics))]


def _series(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["metric"], row["counted"], row["source"]


def _count(row: dict[str, Any], at: int, lang: Lang) -> dict[str, Any]:
    first, last = (pd.Timestamp(row[name]).date() for name in ("period_start", "period_end"))
    period = _period(first, last)
    named = text(f"metric.{row['metric']}", lang)
    told = row["counted"] or named
    counted = {
        "figure_id": imported_id(_named(row, days_code(first, last)), row["metric"]),
        "series": f"imported_{at}",
        "metric": row["metric"],
        "measure": row["metric"],
        "period": period,
        "period_kind": _kind(period),
        "label": text("intake.imported", lang, label=told[0].upper() + told[1:], source=row["source"]),
        "definition": told,
        "unit": UNITS.get(row["metric"], "persons"),
        "decimals": 0,
        "signed": False,
        "change": False,
        "value": float(row["value"]),
        "status": Status(row["status"]),
        "bias": None,
        "origin": "imported",
        "printed": None,
        "place": row["file"],
        "formula": None,
        "basis": named,
        "publisher": f"{row['source']} ({row['file']})",
        "date_published": str(row["imported_at"])[:10],
        "url": None,
        "confidence": None,
        "when": period_words(period, lang),
        "starts": first,
        "ends": last,
    }
    return counted | {"text": figure_text(counted, lang)}


def _named(row: dict[str, Any], days: str) -> dict[str, Any]:
    """What tells this count from every other: what was counted by which source over which days."""
    counted = f"{row['source']} {row['counted'] or ''}"
    return {"platform": "template", "network": counted, "days": days, "status": row["status"]}


def _kind(period: str) -> PeriodKind:
    """A year, a school year, a day, or a month or other days, as the template allows."""
    kinds = {4: PeriodKind.CALENDAR_YEAR, 9: PeriodKind.SCHOOL_YEAR, 10: PeriodKind.DATE}
    return kinds.get(len(period), PeriodKind.INTERVAL)


def _period(first: date, last: date) -> str:
    """2019, 2019-2020, a month, a day, or the first and the last month or day."""
    days = days_code(first, last)
    if "_" in days and (first.day, (last + timedelta(days=1)).day) == (1, 1):
        return months_code(str(first)[:7], str(last)[:7]).replace("_", "/")
    return days.replace("_", "/")


def imported_counts(warehouse: Warehouse, choice: Choice) -> Table:
    """All imported series as one table."""
    nothing = pd.DataFrame(columns=["note_id", "text"])
    rows = imported_series(warehouse, choice)
    return with_imported(Table("intake_imported", rows[:0], nothing, rows[:0]), rows, choice.lang)


def with_imported(table: Table, rows: pd.DataFrame, lang: Lang) -> Table:
    """The table with rows of imported_series behind its own, each with its import as the source."""
    if rows.empty:
        return table
    dates = [day(when, lang=lang) for when in rows["date_published"]]
    dated = [text("outcome.imported_on", lang, date=when) for when in dates]
    own = rows.assign(plain=rows["label"], source_id=rows["figure_id"])
    titles = [f"{name}, {when}" for name, when in zip(rows["publisher"], dated, strict=True)]
    sources = own.assign(title=titles, short=rows["publisher"], date=rows["date_published"])
    return replace(
        table,
        rows=pd.concat([table.rows, own], ignore_index=True),
        sources=pd.concat([table.sources, sources], ignore_index=True),
    )


def imported_totals(warehouse: Warehouse, lang: Lang) -> dict[str, str]:
    """What real imports tell of the criteria, in words, by metric; examples never count."""
    return {row["measure"]: row["text"] for row in imported_sums(warehouse, lang).records}


@kept()
def imported_sums(warehouse: Warehouse, lang: Lang) -> Table:
    """The same totals as figures, a row a metric, as the evaluation shows them."""
    rows = warehouse.query("imported_totals")
    figures = [_sum(row, lang) for row in rows.to_dict("records")]
    empty = pd.DataFrame(columns=["source_id", "title", "short", "publisher", "date"])
    notes = pd.DataFrame(columns=["note_id", "text"])
    return Table(
        "imported_sums", pd.DataFrame(figures, columns=None if figures else ["figure_id"]), notes, empty
    )


def _sum(row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    months = months_code(row["first_month"], row["last_month"])
    part = {"network": JOINED, "paid": JOINED, "status": Status.FINAL, "days": months}
    metric, least, most = str(row["metric"]), float(row["value"]), float(row["value_high"])
    unit = "euro" if metric in AMOUNTS else "number"
    decimals = 0 if unit != "number" or (is_whole(least) and is_whole(most)) else 1
    figure: dict[str, Any] = {
        "figure_id": sum_id(metric),
        "measure": metric,
        "label": text(f"metric.{metric}", lang),
        "definition": text(f"metric.{metric}", lang),
        "unit": unit,
        "decimals": decimals,
        "signed": False,
        "period": text("evaluation.during", lang),
        "period_kind": "interval",
        "value": least,
        "status": Status.FINAL,
        "bias": None,
        "origin": "imported",
        "printed": None,
        "place": None,
        "formula": text(f"formula.{'claimed' if least < most else 'added'}", lang),
        "inputs": " ".join(imported_id(part | {"platform": teller}, metric) for teller in row["tellers"]),
        "source_id": None,
    }
    if least == most:
        return figure | {"text": figure_text(figure, lang)}
    low, high = (number(value, unit, lang=lang, decimals=decimals) for value in (least, most))
    return figure | {"value_high": most, "text": text("outcome.between", lang, least=low, most=high)}


def sum_id(metric: str) -> str:
    """The id of a metric's total over everything that was imported."""
    return imported_id({"platform": "totaal", "status": Status.FINAL}, metric)
