"""What every bar chart shares: values with gaps, hatching, arrows for bias, words in a gap.

Traces, annotations and shapes are plain dicts until `drawn` makes the figure of them, once.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.contracts import MARKS, Status
from lkdash.formats import is_missing

ARROWS = {"probably_higher": "↑", "probably_lower": "↓"}
LINE, LETTER = 19, 7  # pixels of a line, and of a letter, in the type of the axes
PHONE = 320  # pixels that the names along an axis may need side by side
HALO = ", ".join([f"0 0 4px {theme.WHITE}"] * 6)  # white round words, so that no line runs through them
Row = dict[Any, Any]  # a figure row, by column
DAY = 86_400_000  # milliseconds: how long a bar of one day is on an axis of dates
Part = dict[str, Any]  # a trace, an annotation or a shape as Plotly names it


def drawn(traces: Sequence[Part], *, stamped: Iterable[str] = (), **layout: Any) -> go.Figure:
    """The figure in the house look. stamped: the statuses shown; an example puts its mark over the chart."""
    notes = [*layout.pop("annotations", ()), *_stamp(stamped)]
    look = {"template": theme.template(), "separators": ",.", "annotations": notes, **layout}
    return go.Figure({"data": list(traces), "layout": look})


def by_period(traces: Sequence[Part], height: int, **layout: Any) -> go.Figure:
    """Bars a period; a legend only where there is more than one measure."""
    periods = list(dict.fromkeys(x for trace in traces for x in trace["x"]))
    names = [two_lines(period) for period in periods]
    return drawn(
        traces,
        height=height,
        showlegend=len(traces) > 1,
        margin=theme.MARGIN | {"b": below(names)},
        xaxis={"type": "category", "tickvals": periods, **named(names)},
        **layout,
    )


def named(names: Sequence[str]) -> Part:
    """The names along an axis: level where a phone has room for them, else as Plotly finds best."""
    return {"ticktext": list(names), **({"tickangle": 0} if _level(names) else {})}


def below(names: Sequence[str]) -> int:
    """Pixels that these names need below the axis, also where Plotly sets them upright."""
    high = max((name.count("<br>") + 1 for name in names), default=0)
    return 12 + max(LINE * high, 0 if _level(names) else LETTER * _widest(names))


def _level(names: Sequence[str]) -> bool:
    return LETTER * _widest(names) * len(names) <= PHONE


def _widest(names: Sequence[str]) -> int:
    return max((len(line) for name in names for line in name.split("<br>")), default=0)


def two_lines(period: str) -> str:
    """A school year or a date on two lines, so that no label has to tilt: 2016-<br>2017."""
    return re.sub(r"-(?=\d{4}$)", "-<br>", re.sub(r" (?=\d{4}$)", "<br>", period))


def bar(rows: Sequence[Row], **more: Any) -> Part:
    """One measure as bars: missing values stay missing, an estimate is hatched."""
    role = str(rows[0]["measure"])
    colour = theme.colour(role)
    marker = {
        "color": colour.fill,
        "line": {"color": colour.line, "width": 1},
        "pattern": {
            "fillmode": "overlay",
            "shape": [theme.pattern(row["status"], role) for row in rows],
            "fgcolor": colour.text,
            "fgopacity": 0.3,
            "size": 9,
            "solidity": 0.18,
        },
    }
    return {
        "type": "bar",
        "x": [row["period"] for row in rows],
        "y": [value_of(row) for row in rows],
        "name": str(rows[0]["label"]),
        "text": [label_of(row) for row in rows],
        "ids": ids_of(rows),
        "customdata": [row["text"] for row in rows],
        "hovertemplate": "%{x}<br>%{fullData.name}: %{customdata}<extra></extra>",
        "marker": marker,
        **more,
    }


def ids_of(rows: Sequence[Row]) -> list[str]:
    """The id of the figure behind each bar, which opens its papers; empty where it has none."""
    return ["" if is_missing(row.get("figure_id")) else str(row["figure_id"]) for row in rows]


def value_of(row: Row) -> float | None:
    """The value as it is, None where there is none."""
    return None if is_missing(row["value"]) else float(row["value"])


def label_of(row: Row) -> str:
    """The text at its bar, with an arrow where its source says which way the truth lies."""
    return "" if is_missing(row["value"]) else f"{row['text']} {ARROWS.get(row['bias'], '')}".strip()


def gap_words(rows: Sequence[Row], tops: dict[str, float]) -> list[Part]:
    """The words for what is missing, once a period, standing on what is known there (or on the axis)."""
    periods = list(dict.fromkeys(row["period"] for row in rows))
    # Not by name: a year would be taken for a position on the axis.
    return [in_gap(periods.index(period), words, tops.get(period, 0.0)) for period, words in gaps(rows)]


def gaps(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The periods with a missing value, each once, and the words for what is missing first."""
    missing: dict[str, str] = {}
    for row in rows:
        if is_missing(row["value"]):
            missing.setdefault(row["period"], row["text"])
    return list(missing.items())


def in_gap(x: object, words: str, y: float = 0.0) -> Part:
    """Words for what is missing, one below the other where its bar would stand."""
    place = {"x": x, "y": y, "yanchor": "bottom", "yshift": 4, "showarrow": False}
    return {"text": "<br>".join(words.split()), "font": {"size": 13, "shadow": HALO}, **place}


def by_measure(rows: pd.DataFrame, column: str = "measure") -> list[list[Row]]:
    """The rows of each measure, in the order in which the measures first appear."""
    groups: dict[str, list[Row]] = {}
    for row in rows.to_dict("records"):
        groups.setdefault(row[column], []).append(row)
    return list(groups.values())


def literal(words: object) -> str:
    """Words from a file as they are, where Plotly would read tags."""
    return escape(str(words), quote=False)


def wrapped(label: str, width: int = 26) -> str:
    """A label broken at spaces so that no line is longer than `width`, for narrow screens; no tags."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(map(literal, lines))


def _stamp(statuses: Iterable[str]) -> list[Part]:
    """The mark of an example across the chart, where there is one."""
    if Status.DEMO not in statuses:
        return []
    place = {"x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "textangle": -20, "showarrow": False}
    look = {"font": {"size": 44, "color": theme.STAMP}, "opacity": 0.55}
    return [{"text": MARKS[Status.DEMO], **place, **look}]
