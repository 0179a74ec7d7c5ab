"""Imported counts that are no channel's: surveys, the series of the template, totals for the evaluation."""

from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.contracts.outcome import AMOUNTS
from lkdash.db import Warehouse
from lkdash.formats import day
from lkdash.measures.imported_ids import days_code, imported_id
from lkdash.measures.papers import figure_text
from lkdash.texts import text


def survey(warehouse: Warehouse, choice: Choice) -> pd.DataFrame:
    """A row per survey, question, audience and score: answered, base, satisfied, status."""
    rows = warehouse.query("survey_answers", demo=choice.examples)
    everyone = text("outcome.everyone", choice.lang)
    return rows.assign(audience=[name or everyone for name in rows["audience"]])


def _asked(choice: Choice) -> dict[str, Any]:
    first, last = choice.days
    return {"first": first, "last": last, "demo": choice.examples}


def imported_counts(warehouse: Warehouse, lang: Lang) -> list[Table]:
    """Counts of the template: a table a series, a row a period, each with the source that was filled in."""
    rows = warehouse.query("imported_counts")
    return [_counts(str(metric), group, lang) for (metric,), group in rows.groupby(["metric"], sort=False)]


def _counts(metric: str, rows: pd.DataFrame, lang: Lang) -> Table:
    records = rows.to_dict("records")
    figures = []
    for at, row in enumerate(records):
        counted = {
            "figure_id": imported_id(_named(row), metric),
            "measure": "imported",
            "label": text(f"metric.{metric}", lang),
            "definition": row["counted"] or text(f"metric.{metric}", lang),
            "unit": "persons",
            "decimals": 0,
            "signed": False,
            "period": _span(row["period_start"], row["period_end"], lang),
            "period_kind": "interval",
            "value": float(row["value"]),
            "status": Status(row["status"]),
            "bias": None,
            "origin": "imported",
            "printed": None,
            "place": row["file"],
            "formula": None,
            "source_id": f"import-{at}",
        }
        figures.append(counted | {"text": figure_text(counted, lang)})
    sources = [
        {
            "source_id": f"import-{at}",
            "title": row["source"],
            "short": row["source"],
            "publisher": row["file"],
            "date": text("outcome.imported_on", lang, date=day(str(row["imported_at"])[:10], lang=lang)),
        }
        for at, row in enumerate(records)
    ]
    told = dict.fromkeys(row["counted"] for row in records if row["counted"])
    notes = [(str(at), text("outcome.counted", lang, counted=words)) for at, words in enumerate(told)]
    return Table(
        f"imported_{metric}",
        pd.DataFrame(figures),
        pd.DataFrame(notes, columns=["note_id", "text"]),
        pd.DataFrame(sources).drop_duplicates(["title", "publisher"]),
    )


def _named(row: dict[Any, Any]) -> dict[str, Any]:
    """What tells this count from every other: what was counted by which source over which days."""
    first, last = (pd.Timestamp(row[name]).date() for name in ("period_start", "period_end"))
    counted = f"{row['source']} {row['counted'] or ''}"
    return {
        "platform": "template",
        "network": counted,
        "days": days_code(first, last),
        "status": row["status"],
    }


def _span(first: Any, last: Any, lang: Lang) -> str:
    """A year, a school year, or a day in words."""
    start, end = pd.Timestamp(first).date(), pd.Timestamp(last).date()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    if (start.month, start.day, end.month, end.day) == (9, 1, 8, 31):
        return f"{start.year}-{end.year}"
    return day(start, lang=lang) if start == end else f"{day(start, lang=lang)} - {day(end, lang=lang)}"


def imported_totals(warehouse: Warehouse) -> dict[str, float]:
    """What real imports add up to, by metric; examples never count."""
    rows = warehouse.query("imported_totals")
    return dict(zip(rows["metric"], rows["value"], strict=True))


def imported_sums(warehouse: Warehouse, lang: Lang) -> Table:
    """The same totals as figures, a row a metric, as the evaluation shows them."""
    rows = warehouse.query("imported_totals")
    figures = [_sum(str(row["metric"]), float(row["value"]), lang) for row in rows.to_dict("records")]
    empty = pd.DataFrame(columns=["source_id", "title", "short", "publisher", "date"])
    notes = pd.DataFrame(columns=["note_id", "text"])
    return Table(
        "imported_sums", pd.DataFrame(figures, columns=None if figures else ["figure_id"]), notes, empty
    )


def _sum(metric: str, value: float, lang: Lang) -> dict[str, Any]:
    unit = "share" if metric == "satisfaction" else "euro" if metric in AMOUNTS else "number"
    figure: dict[str, Any] = {
        "figure_id": sum_id(metric),
        "measure": metric,
        "label": text(f"metric.{metric}", lang),
        "definition": text(f"metric.{metric}", lang),
        "unit": unit,
        "decimals": 0,
        "signed": False,
        "period": text("outcome.together", lang),
        "period_kind": "interval",
        "value": value,
        "status": Status.FINAL,
        "bias": None,
        "origin": "imported",
        "printed": None,
        "place": None,
        "formula": text("formula.satisfaction", lang) if metric == "satisfaction" else None,
        "source_id": None,
    }
    return figure | {"text": figure_text(figure, lang)}


def sum_id(metric: str) -> str:
    """The id of a metric's total over everything that was imported."""
    return imported_id({"platform": "totaal", "status": Status.FINAL}, metric)
