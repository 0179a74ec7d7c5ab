"""Bars as wide as the period that each counts, with what happened meanwhile: a break, a campaign."""

import re
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import bar, stamped, two_lines, wrapped

DAY = 86_400_000  # milliseconds, the width of a bar on an axis of dates
EDGE = timedelta(days=60)
SHORTEST = 25  # days that a bar is wide at least, so that a count of one day is seen


def in_time(rows: pd.DataFrame, moments: pd.DataFrame, *, height: int = 310) -> go.Figure:
    """A bar a period on an axis of dates; a missing period is a gap with words.

    Several series stand beside each other within a period, each with its name in the legend.
    rows: as for bars, and starts, ends (first and last day), when (in words). moments: kind (`campaign` is
    shaded, `break` a dashed line on its first day), text, starts, ends; both are named in the legend.
    """
    groups = [group for _, group in rows.groupby("label", sort=False)]
    fig = go.Figure(data=[_bars(group, at, len(groups)) for at, group in enumerate(groups)])
    legend = {"orientation": "v", "y": 1.06}
    tall = height + 26 * (len(groups) - 1) + 60 * (len(groups) > 1)
    fig.update_layout(template=theme.template(), height=tall, barmode="overlay", legend=legend)
    for moment in moments.to_dict("records"):
        _mark(fig, moment, 1 if rows["value"].min() < 0 else 1 / (1 + _headroom(rows)))
    _axes(fig, rows, moments)
    _gaps(fig, rows)
    return stamped(fig, rows["status"])


def _bars(rows: pd.DataFrame, at: int, count: int) -> go.Bar:
    """The bars of one series, in its part of each period: the part `at` of `count`."""
    upright = 0 if count == 1 else -90
    trace = bar(rows, textposition="outside", constraintext="none", cliponaxis=False, textangle=upright)
    spans = list(zip(rows["starts"], rows["ends"], strict=True))
    trace.x = [_middle(first, last, at, count) for first, last in spans]
    trace.width = [0.92 * max(SHORTEST, _days(first, last) / count) * DAY for first, last in spans]
    told = zip(rows["when"], rows["text"], strict=True)
    trace.customdata = [f"{rows['label'].iloc[0]}, {when}: {words}" for when, words in told]
    trace.name = wrapped(str(rows["label"].iloc[0]), 38)
    trace.update(hovertemplate="%{customdata}<extra></extra>", showlegend=count > 1)
    return trace


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _middle(first: date, last: date, at: int = 0, count: int = 1) -> pd.Timestamp:
    return pd.Timestamp(first) + timedelta(hours=24 * _days(first, last) * (at + 0.5) / count)


def _headroom(rows: pd.DataFrame) -> float:
    """Room for the texts above the tallest bar, as a part of its height; upright texts need more."""
    return 0.2 if rows["label"].nunique() == 1 else 0.4


def _mark(fig: go.Figure, moment: dict[Any, Any], top: float) -> None:
    """Draw one moment. top: how high a line may go before it runs through the texts above the bars."""
    named = {"x": [None], "y": [None], "name": wrapped(moment["text"], 42), "hoverinfo": "skip"}
    colour = theme.colour(moment["kind"])
    if moment["kind"] == "break":
        dashed = {"color": colour.line, "width": 2, "dash": "dash"}
        _shape(fig, moment["starts"], moment["starts"], "above", {"color": colour.text, "width": 5}, y1=top)
        _shape(fig, moment["starts"], moment["starts"], "above", dashed, y1=top)
        fig.add_trace(go.Scatter(mode="lines", line=dashed, **named))
    else:
        line = {"color": colour.line, "width": 1, "dash": "dot"}
        after = moment["ends"] + timedelta(days=1)
        _shape(fig, moment["starts"], after, "below", line, fillcolor=colour.fill)
        square = {
            "symbol": "square",
            "size": 16,
            "color": colour.fill,
            "line": {"color": colour.line, "width": 1},
        }
        fig.add_trace(go.Scatter(mode="markers", marker=square, **named))


def _shape(fig: go.Figure, first: date, after: date, layer: str, line: dict[str, Any], **more: Any) -> None:
    whole = {"type": "rect", "y0": 0, "y1": 1, "yref": "paper"}
    fig.add_shape(x0=first, x1=after, layer=layer, line=line, **(whole | more))


def _axes(fig: go.Figure, rows: pd.DataFrame, moments: pd.DataFrame) -> None:
    days = [*rows["starts"], *rows["ends"], *moments["starts"]]
    days += [moment["ends"] for moment in moments.to_dict("records") if moment["kind"] != "break"]
    first, last = min(days), max(days) + EDGE
    by_school_year = re.match(r"\d{4}-\d{4}", rows["period"].iloc[0])
    ticks = _school_years(first, last) if by_school_year else _years(first, last)
    fig.update_xaxes(type="date", range=[first, last], tickvals=list(ticks), ticktext=list(ticks.values()))
    top, bottom = max(0.0, rows["value"].max()), min(0.0, rows["value"].min())
    room = _headroom(rows) * (top - bottom or 1)
    fig.update_yaxes(range=[bottom - room if bottom else 0, top + room], rangemode="normal", visible=False)
    fig.add_hline(y=0, line={"color": theme.TEXT, "width": 1})


def _school_years(first: date, last: date) -> dict[pd.Timestamp, str]:
    begins = range(first.year - (first.month < 9), last.year + (last.month >= 9))
    ticks = {pd.Timestamp(year + 1, 3, 1): two_lines(f"{year}-{year + 1}") for year in begins}
    return {middle: name for middle, name in ticks.items() if first <= middle.date() <= last}


def _years(first: date, last: date) -> dict[pd.Timestamp, str]:
    ticks = {pd.Timestamp(year, 7, 1): str(year) for year in range(first.year, last.year + 1)}
    return {middle: name for middle, name in ticks.items() if first <= middle.date() <= last}


def _gaps(fig: go.Figure, rows: pd.DataFrame) -> None:
    for row in rows[rows["value"].isna()].to_dict("records"):
        inside = (rows["starts"] <= row["ends"]) & (rows["ends"] >= row["starts"])
        if rows[inside]["value"].notna().any():  # another count stands there; the table names the gap
            continue
        fig.add_annotation(
            x=_middle(row["starts"], row["ends"]),
            y=0,
            text="<br>".join(row["text"].split()),
            showarrow=False,
            yanchor="bottom",
            yshift=4,
            font={"size": 13},
        )
