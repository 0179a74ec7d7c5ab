"""Actions in time: what has a date stands on it, what has none is an outline over the whole period."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import DAY, Part, drawn, wrapped

LINE = 18  # pixels of one line of words


def timeline(
    rows: pd.DataFrame,
    period: tuple[date, date],
    *,
    ticks: dict[date, str],
    title: str,
    dated: str,
    undated: str,
    earlier: str,
) -> go.Figure:
    """A lane an action under the name of its kind; one without a date is hatched over the whole period.

    rows: text, kind (a role of lkdash.theme), kind_name, starts, ends (None without a date), when, phase
    (before: without a date, it points away from the period's start). period: first and last day, shaded and
    named by title. dated, undated, earlier: the names in the legend.
    """
    lanes, depth = _lanes(rows)
    fixed, loose = lanes[lanes["starts"].notna()], lanes[lanes["starts"].isna()]
    before = loose[loose["phase"] == "before"]
    during = loose.drop(before.index)
    starts = [pd.Timestamp(period[0])] * len(before)
    parts = [_outlines(during, period, undated), _spans(fixed), _points(fixed, _middles(fixed), dated)]
    arrows = _points(before, starts, earlier, symbol="triangle-left")
    return drawn(
        [*parts, *([arrows] if len(before) else [])],
        height=int(depth * LINE) + 160,
        margin={"l": 10, "r": 10, "t": 48, "b": 112},
        barmode="overlay",
        legend={"y": 0, "yref": "container", "yanchor": "bottom", "orientation": "v"},
        xaxis={
            "type": "date",
            "tickvals": list(ticks),
            "ticktext": list(ticks.values()),
            "range": _range(fixed, period),
        },
        yaxis={"range": [-depth, 0]},
        shapes=[_shade(period)],
        annotations=[_named(title), *_words(lanes)],
    )


def _lanes(rows: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Where each bar (y) and its words (top) stand, in lines from above; the lines in all."""
    lanes, depth, kind = [], 0.0, None
    for row in rows.to_dict("records"):
        if row["kind"] != kind:
            kind = row["kind"]
            row["header"], depth = -depth - 0.3, depth + 1.8
        loose = pd.isna(row["starts"])
        within = loose and row["phase"] != "before"
        words = wrapped(row["text"] if within else f"{row['text']} ({row['when']})", 44)
        row |= {"words": words, "top": -depth, "said": f"{words}<br>{row['when']}" if loose else words}
        depth += words.count("<br>") + 1
        row["y"] = -depth - 0.7
        depth += 1.5
        lanes.append(row)
    frame = pd.DataFrame(lanes, columns=[*rows.columns, "header", "words", "said", "top", "y"])
    return frame, depth


def _outlines(lanes: pd.DataFrame, period: tuple[date, date], name: str) -> Part:
    colours = [theme.colour(kind) for kind in lanes["kind"]]
    first, last = period
    marker = {
        "color": theme.WHITE,
        "line": {"color": [colour.line for colour in colours], "width": 1.5},
        "pattern": {"shape": "/", "fgcolor": [colour.line for colour in colours], "size": 7, "solidity": 0.2},
    }
    return _bars(lanes, [first] * len(lanes), [last] * len(lanes), name=name, marker=marker)


def _spans(lanes: pd.DataFrame) -> Part:
    fills = [theme.colour(kind).line for kind in lanes["kind"]]
    return _bars(lanes, lanes["starts"], lanes["ends"], marker={"color": fills}, showlegend=False)


def _bars(lanes: pd.DataFrame, starts: Any, ends: Any, **more: Any) -> Part:
    pairs = [(pd.Timestamp(first), pd.Timestamp(last)) for first, last in zip(starts, ends, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [first for first, _ in pairs],
        "x": [(1 + (last - first).days) * DAY for first, last in pairs],
        "y": list(lanes["y"]),
        "width": 0.7,
        "customdata": list(lanes["said"]),
        "hovertemplate": "%{customdata}<extra></extra>",
        **more,
    }


def _middles(lanes: pd.DataFrame) -> list[pd.Timestamp]:
    return [
        pd.Timestamp(row["starts"]) + (1 + (row["ends"] - row["starts"]).days) * timedelta(hours=12)
        for row in lanes.to_dict("records")
    ]


def _points(lanes: pd.DataFrame, days: list[pd.Timestamp], name: str, symbol: str = "diamond") -> Part:
    """A sign on each day, as a single day would be too thin to see."""
    fills = [theme.colour(kind).fill for kind in lanes["kind"]]
    lines = [theme.colour(kind).line for kind in lanes["kind"]]
    return {
        "type": "scatter",
        "x": days,
        "y": list(lanes["y"]),
        "mode": "markers",
        "cliponaxis": False,
        "name": name,
        "marker": {"symbol": symbol, "size": 15, "color": fills, "line": {"color": lines, "width": 1.5}},
        "customdata": list(lanes["said"]),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _range(fixed: pd.DataFrame, period: tuple[date, date]) -> list[date]:
    days = [day for column in ("starts", "ends") for day in pd.to_datetime(fixed[column]).dt.date]
    return [min([period[0], *days]) - timedelta(days=1), max([period[1], *days]) + timedelta(days=4)]


def _shade(period: tuple[date, date]) -> Part:
    """The whole period as a ground below the lanes."""
    first, last = period
    colour = theme.colour("campaign")
    return {
        "type": "rect",
        "x0": first,
        "x1": last + timedelta(days=1),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": colour.fill,
        "line": {"color": colour.line, "width": 1, "dash": "dot"},
        "layer": "below",
    }


def _named(title: str) -> Part:
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return {"text": wrapped(title, 44), "align": "left", "showarrow": False, **place}


def _words(lanes: pd.DataFrame) -> Iterator[Part]:
    """The name of each kind, and the words of each lane below it."""
    left = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "top", "align": "left", "xshift": 8}
    for row in lanes.to_dict("records"):
        if not pd.isna(row["header"]):
            name = f"<b>{row['kind_name'].capitalize()}</b>"
            yield {"y": row["header"], "text": name, "showarrow": False, **left}
        yield {"y": row["top"], "text": row["words"], "font": {"size": 14}, "showarrow": False, **left}
