"""Bars by period: one measure, several side by side, or several on top of each other."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import Part, Row, bar, by_measure, by_period, gap_words, gaps, value_of
from lkdash.formats import is_missing

HEADROOM = 1.18
LINE = 0.045  # of a stack's height: what a line of text in a segment needs


def bars(rows: pd.DataFrame, *, height: int = 360) -> go.Figure:
    """One measure, a bar a period with its text above it; a missing period is a gap with words."""
    own = rows.to_dict("records")
    trace = bar(own, textposition="outside", constraintext="none", cliponaxis=False, textangle=0)
    tops = [value for row in own if (value := value_of(row)) is not None]
    return by_period([trace], height, yaxis=_room(tops), annotations=gap_words(own, {}))


def grouped(rows: pd.DataFrame, *, height: int = 440) -> go.Figure:
    """Several measures side by side, their texts upright inside the bars to be read on a phone."""
    traces = [
        bar(
            group,
            textposition="inside",
            insidetextanchor="end",
            textangle=-90,
            textfont={"color": theme.colour(group[0]["measure"]).text, "size": 15},
            constraintext="none",
        )
        for group in by_measure(rows)
    ]
    top = 0 if rows["value"].isna().all() else rows["value"].max()
    return by_period(
        traces,
        height,
        barmode="group",
        bargap=0.15,
        bargroupgap=0.05,
        yaxis={"range": [0, 1.02 * (top or 1)]},
        annotations=_gaps_beside(rows.to_dict("records")),
    )


def stacked(rows: pd.DataFrame, *, height: int = 560) -> go.Figure:
    """Measures on top of each other in their given order; what is missing is said on top."""
    tops: dict[str, float] = {}
    own = rows.to_dict("records")
    for row in own:
        tops[row["period"]] = tops.get(row["period"], 0.0) + (value_of(row) or 0.0)
    highest = max(tops.values(), default=0.0)
    traces = [
        bar(
            group,
            textposition="inside",
            textangle=0,
            insidetextanchor="middle",
            textfont={"color": theme.colour(group[0]["measure"]).text, "size": 14},
            constraintext="none",
        )
        for group in by_measure(rows)
    ]
    return by_period(
        [trace | {"text": _fitting(trace, highest or 1.0)} for trace in traces],
        height,
        barmode="stack",
        bargap=0.12,
        yaxis=_room([*tops.values()]),
        annotations=gap_words(own, tops),
    )


def _room(tops: Sequence[float]) -> Part:
    return {"range": [0, HEADROOM * max(tops, default=0) or 1]}


def _fitting(trace: Part, whole: float) -> list[str]:
    """Marks on a second line; no text in a segment too thin to hold it (the table has it)."""
    broken = [words.replace(" [", "<br>[") for words in trace["text"]]
    return [
        words if value is not None and value / whole >= LINE * (1 + words.count("<br>")) else ""
        for words, value in zip(broken, trace["y"], strict=True)
    ]


def _gaps_beside(rows: Sequence[Row]) -> list[Part]:
    """Words for missing bars beside the present ones of the same period."""
    count = len({row["measure"] for row in rows})
    periods = list(dict.fromkeys(row["period"] for row in rows))
    known = {row["period"] for row in rows if not is_missing(row["value"])}
    beside = 0.42 * (count - 1) / count if count else 0
    place = {"y": 0, "yanchor": "bottom", "yshift": 6, "textangle": -90, "showarrow": False}
    return [
        {
            "x": periods.index(period) + (beside if period in known else 0),
            "text": words,
            "font": {"size": 13},
            **place,
        }
        for period, words in gaps(rows)
    ]
