"""One imported figure as a table shows it: rates with their interval, people and claims as bounds."""

import math
from typing import Any

import pandas as pd

from lkdash.contracts import NOT_ADDITIVE, Lang, Status
from lkdash.formats import is_missing, is_whole, marked, number
from lkdash.measures.imported_ids import imported_id
from lkdash.measures.papers import figure_text
from lkdash.measures.rates import RATES, SIDES, whole_of
from lkdash.texts import text

# Measure → its unit, decimals and whether lkdash computes it.
SHOWN = {
    "impressions": ("number", 0, False),
    "reach": ("persons", 0, False),
    "frequency": ("number", 1, True),
    "clicked": ("number", 0, False),
    "click_rate": ("share", 2, True),
    "shares": ("number", 0, False),
    "video_views": ("number", 0, False),
    "conversions": ("number", 0, False),
    "sessions": ("number", 0, False),
    "users": ("persons", 0, False),
    "cost": ("euro", 2, False),
    "cost_per_click": ("euro", 2, True),
    "cost_per_thousand": ("euro", 2, True),
    "cost_per_conversion": ("euro", 2, True),
}
SHOWN |= {side: SHOWN[whole] for side, whole in SIDES.items()}
# Of these only bounds are known: measure → the columns of the least and the most that it can be.
BOUNDS = {name: (f"{name}_least", f"{name}_most") for name in NOT_ADDITIVE}
BOUNDS |= {
    "conversions": ("conversions_least", "conversions"),
    "converted_of_cost": ("converted_of_cost_least", "converted_of_cost"),
    "cost_per_conversion": ("cost_per_conversion", "cost_per_conversion_most"),
}


def column_of(name: str) -> str:
    """The column of a measure's value: of people the least that it can be."""
    counted = "reach" if name == "frequency" else name
    return f"{counted}_least" if counted in NOT_ADDITIVE else counted


def outcome(row: dict[Any, Any], name: str, lang: Lang) -> dict[str, Any]:
    """The figure of a measure of SHOWN. row: as `grouped` makes it."""
    figure = cell(row, name, row[column_of(name)], SHOWN[name], lang)
    if figure["value"] is None:
        return _absent(row, name, lang)
    if name == "frequency":
        return _frequency(figure, row, lang)
    if name in BOUNDS:
        return figure | _bounds(figure, row, name, lang)
    return _click_rate(figure, row, lang) if name == "click_rate" else figure


def _absent(row: dict[Any, Any], name: str, lang: Lang) -> dict[str, Any]:
    """The figure without a value, and why there is none."""
    figure = cell(row, name, None, SHOWN[name], lang)
    return figure | {"text": marked(text(f"outcome.{_why_absent(row, name)}", lang), figure["status"])}


def _why_absent(row: dict[Any, Any], name: str) -> str:
    """Not in the export, not in euro, or in rows apart: then no rate can be made."""
    if SHOWN[name][0] == "euro" and row["other_money"]:
        return "no_euro"
    wholes = [row[column_of(whole_of(side))] for side in RATES.get(name, ())]
    return "apart" if wholes and not any(is_missing(whole) for whole in wholes) else "absent"


def _click_rate(figure: dict[str, Any], row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    """The rate with its interval (low, high); one that would round to nothing has the decimals to be seen."""
    value = figure["value"]
    decimals = (
        figure["decimals"] if not value else max(figure["decimals"], -math.floor(math.log10(value)) - 2)
    )
    told = [value, *(row[f"click_rate_{end}"] for end in ("low", "high"))]
    rate, *ends = (
        number(share, "share", lang=lang, decimals=decimals) for share in told if not is_missing(share)
    )
    shown = text("outcome.interval", lang, value=rate, low=ends[0], high=ends[1]) if ends else rate
    around = dict(zip(("low", "high"), told[1:], strict=True)) if ends else {}
    return figure | around | {"decimals": decimals, "text": marked(shown, figure["status"])}


def _frequency(figure: dict[str, Any], row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    """Impressions of the rows that tell reach, by the most and by the least that it can be."""
    if is_missing(row["shown_of_reach"]):
        return _absent(row, "frequency", lang)
    if not row["reach_least"]:  # nobody
        return cell(row, "frequency", None, SHOWN["frequency"], lang)
    low, high = (row["shown_of_reach"] / row[f"reach_{n}"] for n in ("most", "least"))
    least, most = (number(value, "number", lang=lang, decimals=1) for value in (low, high))
    words = least if least == most else text("outcome.between", lang, least=least, most=most)
    return figure | {"value": low, "value_high": high, "text": marked(words, figure["status"])}


def _bounds(figure: dict[str, Any], row: dict[Any, Any], name: str, lang: Lang) -> dict[str, Any]:
    """The least as the value, and both bounds in words where they differ."""
    low, high = (float(row[end]) for end in BOUNDS[name])
    if low == high or is_missing(high):
        return {}
    unit, decimals = figure["unit"], SHOWN[name][1] or (0 if is_whole(low) and is_whole(high) else 1)
    least, most = (number(value, unit, lang=lang, decimals=decimals) for value in (low, high))
    return {
        "value": low,
        "value_high": high,
        "decimals": decimals,
        "text": marked(text("outcome.between", lang, least=least, most=most), figure["status"]),
    }


def cell(
    row: dict[Any, Any], name: str, value: Any, shown: tuple[str, int, bool], lang: Lang
) -> dict[str, Any]:
    """A figure of this row under the name of a measure; without a value it says so. shown: as in SHOWN."""
    unit, decimals, computed = shown
    missing = value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))
    told = Status(str(row["status"]))
    status = Status.UNAVAILABLE if missing and told != Status.DEMO else told
    figure: dict[str, Any] = {
        "figure_id": imported_id(row, name),
        "measure": name,
        "label": text(f"metric.{name}", lang),
        "definition": text(f"metric.{name}", lang),
        "unit": unit,
        "decimals": decimals if missing or unit != "number" or is_whole(float(value)) else max(1, decimals),
        "signed": False,
        "period": row["channel"],
        "period_kind": "interval",
        "value": None if missing else float(value),
        "status": status,
        "bias": None,
        "origin": "imported",
        "printed": None,
        "place": None,
        "formula": text(f"formula.{name}", lang) if computed else None,
        "source_id": " ".join(source_id(title) for title in _titles(row, name, missing).split(", ")),
    }
    figure["text"] = marked(text("outcome.absent", lang), status) if missing else figure_text(figure, lang)
    return figure


def _titles(row: dict[Any, Any], name: str, missing: bool) -> str:
    """The kinds of export that tell this figure; all of the row where none does or it is not known."""
    sides = ["converted" if side == "conversions" else side for side in RATES.get(name, (name,))]
    told = [] if missing else [row.get("titles_of", {}).get(side) for side in sides]
    titles = {title for named in told if named for title in named.split(", ")}
    return ", ".join(sorted(titles)) or str(row["titles"])


def source_id(title: str) -> str:
    """The id of the source that imports of this kind of export are."""
    return "imports-" + "-".join(title.split())
