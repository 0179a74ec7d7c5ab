"""Bars as wide as the period that each counts, with what happened meanwhile: a break, a campaign."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.dates import of_dates
from lkdash.charts.marks import (
    DAY,
    HALO,
    Part,
    Row,
    bar,
    below,
    by_measure,
    drawn,
    in_gap,
    wrapped,
)
from lkdash.formats import is_missing

ZERO: Part = {
    "type": "line",
    "xref": "x domain",
    "x0": 0,
    "x1": 1,
    "y0": 0,
    "y1": 0,
    "line": {"color": theme.TEXT, "width": 1},
}
SHORTEST = 25  # days that a bar is wide at least, so that a count of one day is seen


def in_time(rows: pd.DataFrame, moments: pd.DataFrame, *, height: int = 310) -> go.Figure:
    """A bar a period on an axis of dates; a missing period is a gap with words.

    Several series stand beside each other within a period, each with its name in the legend.
    rows: as for bars, and starts, ends (first and last day), when (in words). moments: kind (`campaign` is
    shaded, `break` a dashed line on its first day), text, starts, ends; both are named in the legend.
    """
    groups = by_measure(rows, "label")
    tall = height + 26 * (len(groups) - 1) + 60 * (len(groups) > 1)
    marks = [_mark(moment, _reach(rows)) for moment in moments.to_dict("records")]
    dates = of_dates(rows, moments)
    return drawn(
        [*(_bars(group, at, len(groups)) for at, group in enumerate(groups)), *(entry for entry, _ in marks)],
        stamped=rows["status"].to_list(),
        height=tall,
        barmode="overlay",
        legend={"orientation": "v", "y": 1.06},
        margin=theme.MARGIN | {"b": below(dates["ticktext"])},
        xaxis=dates,
        yaxis=_heights(rows),
        shapes=[*(shape for _, shapes in marks for shape in shapes), ZERO],
        annotations=_gaps(rows, moments),
    )


def _bars(rows: list[Row], at: int, count: int) -> Part:
    """The bars of one series, in its part of each period: the part `at` of `count`."""
    upright = 0 if count == 1 else -90
    spans = [(row["starts"], row["ends"]) for row in rows]
    name = str(rows[0]["label"])
    return bar(
        rows,
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        textangle=upright,
        textfont={"shadow": HALO},
        x=[_middle(first, last, at, count) for first, last in spans],
        width=[0.92 * max(SHORTEST, _days(first, last) / count) * DAY for first, last in spans],
        customdata=[f"{name}, {row['when']}: {row['text']}" for row in rows],
        name=wrapped(name, 38),
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=count > 1,
    )


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _middle(first: date, last: date, at: int = 0, count: int = 1) -> pd.Timestamp:
    return pd.Timestamp(first) + timedelta(hours=24 * _days(first, last) * (at + 0.5) / count)


def _headroom(rows: pd.DataFrame) -> float:
    """Room for the texts above the tallest bar, as a part of its height; upright texts need more."""
    return 0.2 if rows["label"].nunique() == 1 else 0.4


def _reach(rows: pd.DataFrame) -> float:
    """How high a line may go, as a part of the chart, before it runs through the texts above the bars."""
    return 1 if rows["value"].min() < 0 else 1 / (1 + _headroom(rows))


def _mark(moment: Row, top: float) -> tuple[Part, list[Part]]:
    """One moment: its entry in the legend and its shapes. top: how high a line goes."""
    entry = {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}
    entry["name"] = wrapped(moment["text"], 42)
    colour = theme.colour(moment["kind"])
    first = moment["starts"]
    if moment["kind"] == "break":
        dashed = {"color": colour.line, "width": 2, "dash": "dash"}
        lines = [{"color": colour.text, "width": 5}, dashed]
        shapes = [_shape(first, first, "above", line, y1=top, type="line") for line in lines]
        return entry | {"mode": "lines", "line": dashed}, shapes
    line = {"color": colour.line, "width": 1}
    after = moment["ends"] + timedelta(days=1)
    square = {"symbol": "square", "size": 16, "color": colour.fill, "line": line}
    shape = _shape(first, after, "below", line | {"dash": "dot"}, fillcolor=colour.fill)
    return entry | {"mode": "markers", "marker": square}, [shape]


def _shape(first: date, after: date, layer: str, line: Part, **more: Any) -> Part:
    whole = {"type": "rect", "y0": 0, "y1": 1, "yref": "paper"}
    return {**whole, "x0": first, "x1": after, "layer": layer, "line": line, **more}


def _heights(rows: pd.DataFrame) -> Part:
    top, bottom = max(0.0, rows["value"].max()), min(0.0, rows["value"].min())
    room = _headroom(rows) * (top - bottom or 1)
    bounds = [bottom - room if bottom else 0, top + room]
    return {"range": bounds, "rangemode": "normal", "visible": False}


def _gaps(rows: pd.DataFrame, moments: pd.DataFrame) -> list[Part]:
    """Words in each gap, beside the shade; none where another count stands, as the table names the gap."""
    own = rows.to_dict("records")
    known = [row for row in own if not is_missing(row["value"])]
    return [
        in_gap(_middle(*_beside_shade(row["starts"], row["ends"], moments)), row["text"])
        for row in own
        if is_missing(row["value"])
        and not any(other["starts"] <= row["ends"] and other["ends"] >= row["starts"] for other in known)
    ]


def _beside_shade(first: date, last: date, moments: pd.DataFrame) -> tuple[date, date]:
    """The longest part of a period that no shade covers, if it is half of it at least; else all of it."""
    whole = (first, last)
    for moment in moments[moments["kind"] != "break"].to_dict("records"):
        if moment["starts"] <= last and moment["ends"] >= first:
            before = (first, moment["starts"] - timedelta(days=1))
            after = (moment["ends"] + timedelta(days=1), last)
            first, last = max(before, after, key=lambda part: _days(*part))
    return (first, last) if 2 * _days(first, last) >= _days(*whole) else whole
