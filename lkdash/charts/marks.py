"""What every bar chart shares: values with gaps, hatching, arrows for bias, words in a gap."""

import re
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.contracts import MARKS, Status

ARROWS = {"probably_higher": "↑", "probably_lower": "↓"}


def figure(traces: list[Any], height: int, **layout: Any) -> go.Figure:
    """A figure in the house look; a legend only where there is more than one measure."""
    fig = go.Figure(data=traces)
    fig.update_layout(
        template=theme.template(),
        separators=",.",
        height=height,
        showlegend=len(traces) > 1,
        xaxis_type="category",
        **layout,
    )
    periods = list(dict.fromkeys(x for trace in traces for x in trace.x))
    fig.update_xaxes(tickvals=periods, ticktext=[two_lines(period) for period in periods])
    return fig


def two_lines(period: str) -> str:
    """A school year or a date on two lines, so that no label has to tilt: 2016-<br>2017."""
    return re.sub(r"-(?=\d{4}$)", "-<br>", re.sub(r" (?=\d{4}$)", "<br>", period))


def bar(rows: pd.DataFrame, **more: Any) -> go.Bar:
    """One measure as bars: missing values stay missing, an estimate is hatched."""
    role = str(rows["measure"].iloc[0])
    colour = theme.colour(role)
    marker = {
        "color": colour.fill,
        "line": {"color": colour.line, "width": 1},
        "pattern": {
            "fillmode": "overlay",
            "shape": [theme.pattern(status, role) for status in rows["status"]],
            "fgcolor": colour.text,
            "fgopacity": 0.3,
            "size": 9,
            "solidity": 0.18,
        },
    }
    return go.Bar(
        x=list(rows["period"]),
        y=values(rows),
        name=str(rows["label"].iloc[0]),
        text=labels(rows),
        customdata=list(rows["text"]),
        hovertemplate="%{x}<br>%{fullData.name}: %{customdata}<extra></extra>",
        marker=marker,
        **more,
    )


def values(rows: pd.DataFrame) -> list[float | None]:
    """The values as they are, None where there is none."""
    return [None if pd.isna(value) else float(value) for value in rows["value"]]


def labels(rows: pd.DataFrame) -> list[str]:
    """The text at each bar, with an arrow where its source says which way the truth lies."""
    return [
        "" if pd.isna(value) else f"{words} {ARROWS.get(bias, '')}".strip()
        for value, words, bias in zip(rows["value"], rows["text"], rows["bias"], strict=True)
    ]


def gap_words(fig: go.Figure, rows: pd.DataFrame, tops: dict[str, float]) -> None:
    """The words for what is missing, once a period, standing on what is known there (or on the axis)."""
    periods = list(dict.fromkeys(rows["period"]))
    missing = rows[rows["value"].isna()].drop_duplicates("period")
    for period, words in zip(missing["period"], missing["text"], strict=True):
        fig.add_annotation(
            x=periods.index(period),  # a year would be taken for a position on the axis
            y=tops.get(period, 0.0),
            text="<br>".join(words.split()),
            showarrow=False,
            yanchor="bottom",
            yshift=4,
            font={"size": 13},
        )


def by_measure(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows of each measure, in the order in which the measures first appear."""
    return [group for _, group in rows.groupby("measure", sort=False)]


def wrapped(label: str, width: int = 26) -> str:
    """A label broken at spaces so that no line is longer than `width`, for narrow screens."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def stamped(fig: go.Figure, statuses: "pd.Series[str]") -> go.Figure:
    """The same figure, with the mark of an example across it where there is one."""
    if (statuses == Status.DEMO).any():
        fig.add_annotation(
            text=MARKS[Status.DEMO],
            x=0.5,
            y=0.5,
            xref="paper",
            yref="paper",
            textangle=-20,
            font={"size": 44, "color": theme.STAMP},
            showarrow=False,
            opacity=0.55,
        )
    return fig
