"""What imports tell: reach and outcomes by channel.

Rates come from sums. People (reach, users) do not add up: their bounds are shown. Examples carry their mark.
"""

import math
from typing import Any

import pandas as pd

from lkdash.contracts import NOT_ADDITIVE, Choice, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing, is_whole, marked, number
from lkdash.measures.grouped import grouped
from lkdash.measures.imported_ids import imported_id
from lkdash.measures.kept import kept
from lkdash.measures.papers import figure_text
from lkdash.texts import text

# Measure → its column, unit, decimals and whether lkdash computes it. A channel without a value says so.
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
# What a measure is computed from, as its formula says; and the metrics of the files that it adds up.
RATES = {
    "frequency": ("impressions", "reach"),
    "click_rate": ("clicked", "impressions"),
    "cost_per_click": ("cost", "clicked"),
    "cost_per_thousand": ("cost", "impressions"),
    "cost_per_conversion": ("cost", "conversions"),
}
ADDED: dict[str, tuple[str, ...]] = {
    "clicked": ("clicks", "link_clicks"),
    "conversions": ("conversions", "goal_conversions"),
}
ADDED |= {"satisfaction": ("answers",)}
SEEN = ("impressions", "reach", "frequency", "clicked", "click_rate", "shares")
GAINED = (
    "conversions",
    "sessions",
    "users",
    "cost",
    "cost_per_click",
    "cost_per_thousand",
    "cost_per_conversion",
)
QUARTILES = ("video_views", "video_25", "video_50", "video_75", "video_100")

FUNNEL: dict[str, Any] = {"platform": "trechter", "network": "", "paid": None}


def reach(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a group (Choice.by) and measure: impressions, reach, frequency, clicks, click rate, shares."""
    return _measures(warehouse, choice, "reach", SEEN)


def gains(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a group (Choice.by) and measure: conversions, sessions, users, cost and what one of each cost."""
    return _measures(warehouse, choice, "gains", GAINED)


@kept("first", "last", "examples", "lang", "by")
def _measures(warehouse: Warehouse, choice: Choice, name: str, wanted: tuple[str, ...]) -> Table:
    return measured(name, wanted, grouped(warehouse, choice), choice.lang)


def measured(name: str, wanted: tuple[str, ...], rows: pd.DataFrame, lang: Lang) -> Table:
    """The wanted measures of these rows (as `grouped` makes them) that any row tells."""
    present = [measure for measure in wanted if rows[_column(measure)].notna().any()]
    told = rows[rows[[_column(measure) for measure in present]].notna().any(axis=1)] if present else rows[:0]
    figures = [_figure(row, measure, lang) for row in told.to_dict("records") for measure in present]
    return outcome_table(name, figures, told, lang)


@kept("first", "last", "examples", "lang")
def videos(warehouse: Warehouse, choice: Choice) -> Table:
    """A row a channel with video and how far it was watched; the views by quartile."""
    rows = grouped(warehouse, choice, "channel")
    rows = rows[rows["video_views"].notna()]
    present = [name for name in QUARTILES if rows[name].notna().any()]
    figures = [
        cell(row, name, row[name], ("number", 0, False), choice.lang)
        for row in rows.to_dict("records")
        for name in present
    ]
    return outcome_table("videos", figures, rows, choice.lang)


@kept("first", "last", "examples", "lang")
def funnel(warehouse: Warehouse, choice: Choice) -> Table:
    """Impressions, clicks and conversions of the channels that know all three: one row a step."""
    rows = grouped(warehouse, choice, "channel")
    whole = rows[rows[["impressions", "clicked", "conversions"]].notna().all(axis=1)]
    if whole.empty:
        return outcome_table("funnel", [], whole, choice.lang)
    steps = {name: float(whole[name].sum()) for name in ("impressions", "clicked", "conversions")}
    about = FUNNEL | {"channel": text("outcome.together", choice.lang), "days": whole["days"].iloc[0]}
    about |= {"status": max(whole["status"]), "titles": ", ".join(dict.fromkeys(whole["titles"]))}
    least = {"conversions_least": float(whole.groupby("platform")["conversions"].sum().max())}
    figures = [_figure(about | steps | least, name, choice.lang) for name in steps]
    return outcome_table("funnel", figures, whole, choice.lang)


# Of these only bounds are known: measure → the columns of the least and the most that it can be.
BOUNDS = {name: (f"{name}_least", f"{name}_most") for name in NOT_ADDITIVE}
BOUNDS |= {
    "conversions": ("conversions_least", "conversions"),
    "cost_per_conversion": ("cost_per_conversion", "cost_per_conversion_most"),
}


def _column(name: str) -> str:
    counted = "reach" if name == "frequency" else name
    return f"{counted}_least" if counted in NOT_ADDITIVE else counted


def _figure(row: dict[Any, Any], name: str, lang: Lang) -> dict[str, Any]:
    figure = cell(row, name, row[_column(name)], SHOWN[name], lang)
    if figure["value"] is None:
        return figure
    if name == "frequency":
        return _frequency(figure, row, lang)
    if name in BOUNDS:
        return figure | _bounds(figure, row, name, lang)
    if name == "click_rate":
        low, high = (number(row[f"click_rate_{n}"], "share", lang=lang, decimals=2) for n in ("low", "high"))
        value = number(figure["value"], "share", lang=lang, decimals=2)
        shown = text("outcome.interval", lang, value=value, low=low, high=high)
        figure["text"] = marked(shown, figure["status"])
    return figure


def _frequency(figure: dict[str, Any], row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    """Impressions of the rows that tell reach, by the most and by the least that it can be."""
    if is_missing(row["shown_of_reach"]) or not row["reach_least"]:
        return cell(row, "frequency", None, SHOWN["frequency"], lang)
    low, high = (row["shown_of_reach"] / row[f"reach_{n}"] for n in ("most", "least"))
    least, most = (number(value, "number", lang=lang, decimals=1) for value in (low, high))
    words = least if least == most else text("outcome.between", lang, least=least, most=most)
    return figure | {"value": low, "text": marked(words, figure["status"])}


def _bounds(figure: dict[str, Any], row: dict[Any, Any], name: str, lang: Lang) -> dict[str, Any]:
    """The least as the value, and both bounds in words where they differ."""
    low, high = (float(row[end]) for end in BOUNDS[name])
    if low == high or is_missing(high):
        return {}
    unit, decimals = figure["unit"], SHOWN[name][1] or (0 if is_whole(low) and is_whole(high) else 1)
    least, most = (number(value, unit, lang=lang, decimals=decimals) for value in (low, high))
    return {
        "value": low,
        "text": marked(text("outcome.between", lang, least=least, most=most), figure["status"]),
    }


def cell(
    row: dict[Any, Any], name: str, value: Any, shown: tuple[str, int, bool], lang: Lang
) -> dict[str, Any]:
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
        "source_id": " ".join(_source(title) for title in str(row["titles"]).split(", ")),
    }
    figure["text"] = marked(text("outcome.absent", lang), status) if missing else figure_text(figure, lang)
    return figure


def _source(title: str) -> str:
    return "imports-" + "-".join(title.split())


def outcome_table(name: str, figures: list[dict[str, Any]], rows: pd.DataFrame, lang: Lang) -> Table:
    columns = [
        "figure_id",
        "measure",
        "label",
        "period",
        "period_kind",
        "value",
        "unit",
        "status",
        "bias",
        "text",
        "source_id",
    ]
    frame = pd.DataFrame(figures, columns=None if figures else columns)
    named = {name for figure in figures for name in figure["source_id"].split()}
    known: dict[str, str] = {}
    for titles, imported_at in zip(rows["titles"], rows["imported_at"], strict=True):
        known |= {title: max(str(imported_at), known.get(title, "")) for title in str(titles).split(", ")}
    sources = [
        {
            "source_id": _source(title),
            "title": text("outcome.export_of", lang, title=title),
            "short": text("outcome.export_of", lang, title=title),
            "publisher": title,
            "date": text("outcome.imported_on", lang, date=day(imported_at[:10], lang=lang)),
        }
        for title, imported_at in known.items()
        if _source(title) in named
    ]
    kept = [key for key in NOTES.get(name, ()) if _fits(key, frame, rows)]
    notes = [{"note_id": key, "text": text(f"outcome_note.{key}", lang)} for key in kept]
    return Table(
        name,
        frame,
        pd.DataFrame(notes, columns=["note_id", "text"]),
        pd.DataFrame(sources, columns=["source_id", "title", "short", "publisher", "date"]),
    )


def _fits(note: str, figures: pd.DataFrame, rows: pd.DataFrame) -> bool:
    """Does a note say something of what is shown?"""
    if note == "absent":
        return bool(figures["value"].isna().any())
    if note == "claimed":
        return "conversions" in rows and bool((rows["conversions"] > rows["conversions_least"]).any())
    about = figures["measure"].isin(NOTE_MEASURES.get(note, tuple(figures["measure"])))
    return bool(figures.loc[about, "value"].notna().any())


# Notes on some measures of a table alone.
NOTE_MEASURES = {
    "users": ("users",),
    "answers": ("satisfaction",),
    "people": ("reach", "frequency"),
    "interval": ("click_rate",),
    "claimed": ("conversions",),
    "euros": ("cost", "cost_per_click", "cost_per_thousand", "cost_per_conversion"),
    "funnel": ("conversions", "cost_per_conversion"),
    "quartiles": QUARTILES[1:],
}
# The remarks of a table, as far as they fit.
NOTES = {
    "reach": ("people", "interval", "absent"),
    "gains": ("funnel", "claimed", "users", "euros", "absent"),
    "videos": ("quartiles",),
    "funnel": ("funnel",),
    "compared": ("newcombe", "clicks"),
    "survey": ("answers",),
}
NOTES["periods"] = tuple(dict.fromkeys((*NOTES["reach"], *NOTES["gains"])))
