"""Charts of imported outcomes: channels ranked, bars over time.

An example carries its mark as a watermark over the chart.
"""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import DAY, Part, below, drawn, ids_of, literal

CLOSE = 0.06  # part of the axis within which two names would touch on a phone
THIN = 1 / 150  # part of the axis that a bar is wide at least, so that it is seen on a phone
STANDOFF = 6  # pixels between an axis and its names, so that the first does not touch the zero beside it
COUNTS: Part = {
    "visible": True,
    "showgrid": True,
    "gridcolor": theme.RULE,
    "nticks": 4,
    "type": "linear",
    "tickformat": ",.0f",
    "automargin": True,
}


def ranked(rows: pd.DataFrame, measure: str = "") -> go.Figure:
    """A bar a channel with its name above and its text beside it; largest on top.

    rows: one measure; period (the channel), value, text, status. measure: what the bars show, in words,
    where their names do not say it.
    """
    shown = rows[rows["value"].notna()].sort_values("value")
    names = [literal(name) for name in shown["period"]]
    top = float(shown["value"].max() or 1) if len(shown) else 1
    told = list(zip(names, shown["text"], strict=True))
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [float(value) for value in shown["value"]],
        "y": list(range(len(shown))),
        "ids": ids_of(shown.to_dict("records")),
        "marker": {"color": theme.colour("imported").fill},
        "width": 0.45,
        "customdata": [f"{name}: {words}" for name, words in told],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    beside = {"x": 0, "xanchor": "left", "yanchor": "bottom", "showarrow": False}
    above = beside | {"xref": "paper", "yref": "paper", "y": 1}
    return drawn(
        [bar],
        stamped=rows["status"].to_list(),
        height=56 * len(shown) + 40,
        showlegend=False,
        xaxis={"visible": False, "range": [0, 1.02 * top], "type": "linear"},
        yaxis={"visible": False, "range": [-0.5, len(shown) - 0.2], "type": "linear"},
        annotations=[
            beside | {"y": at + 0.24, "text": f"{name}: <b>{words}</b>"}
            for at, (name, words) in enumerate(told)
        ]
        + [above | {"text": measure} for _ in measure[:1]],
    )


def over_time(
    rows: pd.DataFrame, moments: list[tuple[date, str]], *, ticks: dict[date, str], days: int = 7
) -> go.Figure:
    """Stacked bars over so many days each, a colour a platform; numbered marks where an action stood.

    rows: starts (date), platform, name, impressions, status, period. Bars of a long time are wider than
    their days, so that they are seen. moments: date and number as text. ticks: names along the axis, in the
    middle of a bar where each is the first day of one.
    """
    dotted = {"color": theme.TEXT, "width": 1, "dash": "dot"}
    line = {"type": "line", "y0": 0, "y1": 1, "yref": "paper", "line": dotted}
    span = (rows["starts"].max() - rows["starts"].min()).days
    wide = max(0.9 * days, span * THIN)
    stacked = [_platform(group, days, wide) for _, group in rows.groupby("platform", sort=False)]
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    of_bars = set(ticks) <= set(rows["starts"])
    named = [_middle(when, days) if of_bars else when for when in ticks]
    return drawn(
        stacked,
        stamped=rows["status"].to_list(),
        height=400,
        barmode="stack",
        margin=theme.MARGIN | {"t": 64, "r": 18, "b": below(list(ticks.values())) + STANDOFF},
        legend={"y": 1.09},
        showlegend=True,  # one platform alone is named too
        xaxis={
            "type": "date",
            "tickangle": 0,
            "tickvals": named,
            "ticktext": list(ticks.values()),
            "ticklabelstandoff": STANDOFF,
        },
        yaxis=COUNTS,
        shapes=[line | {"x0": _noon(when), "x1": _noon(when)} for when, _ in moments],
        annotations=[
            above | {"x": _noon(when), "text": names} for when, names in _apart(moments, span * CLOSE)
        ],
    )


def _platform(rows: pd.DataFrame, days: int, wide: float) -> Part:
    """The bars of one platform, each over its own days and so many days wide; thin ones without an edge."""
    platform = str(rows["platform"].iloc[0])
    pattern = {"shape": theme.PLATFORM_PATTERNS.get(platform, ""), "fgcolor": theme.WHITE, "size": 6}
    return {
        "type": "bar",
        "x": [_middle(first, days) for first in rows["starts"]],
        "width": wide * DAY,
        "ids": ids_of(rows.to_dict("records")),
        "y": [float(value) for value in rows["impressions"]],
        "customdata": list(rows["period"]),
        "name": str(rows["name"].iloc[0]),
        "marker": {
            "color": theme.colour(f"platform_{platform}").fill,
            "line": {"color": theme.WHITE, "width": int(wide < days)},
            "pattern": pattern | {"fillmode": "overlay"},
        },
        "hovertemplate": "%{customdata}: %{y:,.0f}<extra>%{fullData.name}</extra>",
    }


def _noon(day: date) -> pd.Timestamp:
    """The middle of a day, where what belongs to it is drawn."""
    return pd.Timestamp(day) + timedelta(hours=12)


def _middle(first: date, days: int) -> pd.Timestamp:
    """The middle of so many days from the first one on."""
    return _noon(first) + timedelta(days=(days - 1) / 2)


def _apart(moments: list[tuple[date, str]], room: float) -> list[tuple[date, str]]:
    """The names of moments that lie within so many days of each other become one: '3, 4'."""
    joined: list[tuple[date, date, str]] = []
    for when, name in moments:
        if joined and (when - joined[-1][1]).days <= room:
            first, _, names = joined.pop()
            joined.append((first, when, f"{names}, {name}"))
        else:
            joined.append((when, when, name))
    return [(first + (last - first) / 2, names) for first, last, names in joined]
