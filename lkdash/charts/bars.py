"""Bars by period: one measure, several side by side, or several on top of each other."""

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import bar, by_measure, figure, gap_words

HEADROOM = 1.18


def bars(rows: pd.DataFrame, *, height: int = 360) -> go.Figure:
    """One measure, a bar a period with its text above it; a missing period is a gap with words."""
    trace = bar(rows, textposition="outside", constraintext="none", cliponaxis=False, textangle=0)
    fig = figure([trace], height)
    _room(fig, rows["value"].max())
    gap_words(fig, rows, {})
    return fig


def grouped(rows: pd.DataFrame, *, height: int = 440) -> go.Figure:
    """Several measures side by side, their texts upright inside the bars to be read on a phone."""
    traces = [
        bar(
            group,
            textposition="inside",
            insidetextanchor="end",
            textangle=-90,
            textfont={"color": theme.colour(str(group["measure"].iloc[0])).text, "size": 15},
            constraintext="none",
        )
        for group in by_measure(rows)
    ]
    fig = figure(traces, height, barmode="group", bargap=0.15, bargroupgap=0.05)
    fig.update_yaxes(range=[0, 1.02 * (rows["value"].max() or 1)])
    _gaps_beside(fig, rows)
    return fig


def stacked(rows: pd.DataFrame, *, height: int = 560) -> go.Figure:
    """Measures on top of each other in their given order; what is missing is said on top."""
    traces = [
        bar(
            group,
            textposition="inside",
            textangle=0,
            insidetextanchor="middle",
            textfont={"color": theme.colour(str(group["measure"].iloc[0])).text, "size": 14},
            constraintext="none",
        )
        for group in by_measure(rows)
    ]
    tops = rows.groupby("period")["value"].sum()
    for trace in traces:
        _fits(trace, float(tops.max() or 1))
    fig = figure(traces, height, barmode="stack", bargap=0.12)
    _room(fig, tops.max())
    gap_words(fig, rows, {str(period): float(top) for period, top in tops.items()})
    return fig


def _room(fig: go.Figure, top: float) -> None:
    fig.update_yaxes(range=[0, HEADROOM * (0 if pd.isna(top) else top) or 1])


def _fits(trace: go.Bar, whole: float, line: float = 0.045) -> None:
    """Marks on a second line; no text in a segment too thin to hold it (the table has it)."""
    broken = [words.replace(" [", "<br>[") for words in trace.text]
    trace.text = [
        words if value is not None and value / whole >= line * (1 + words.count("<br>")) else ""
        for words, value in zip(broken, trace.y, strict=True)
    ]


def _gaps_beside(fig: go.Figure, rows: pd.DataFrame) -> None:
    """Words for missing bars beside the present ones of the same period."""
    count = rows["measure"].nunique()
    periods = list(dict.fromkeys(rows["period"]))
    missing = rows[rows["value"].isna()].drop_duplicates("period")
    for row in missing.to_dict("records"):
        alone = rows[(rows["period"] == row["period"])]["value"].isna().all()
        fig.add_annotation(
            x=periods.index(row["period"]) + (0 if alone else 0.42 * (count - 1) / count),
            y=0,
            text=row["text"],
            textangle=-90,
            showarrow=False,
            yanchor="bottom",
            yshift=6,
            font={"size": 13},
        )
