"""The answers of a survey as bars to both sides of neutral."""

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import Part, drawn, ids_of, wrapped

SCORES = ("score_1", "score_2", "score_3", "score_4", "score_5")  # roles of lkdash.theme, most negative first


def diverging(rows: pd.DataFrame) -> go.Figure:
    """Likert answers a group: negative to the left, positive to the right, the middle half to each side.

    rows: as for bars, a row a group (the period) and measure of SCORES or `base`; groups without a number are
    left out.
    """
    known = rows[rows["value"].notna()]
    bases = known[known["measure"] == "base"].set_index("period")["value"]
    groups = list(bases.index)[::-1]
    scores = [known[known["measure"] == score].set_index("period").reindex(groups) for score in SCORES]
    shares = [score["value"] / bases[groups] for score in scores]
    start, traces = -(shares[0] + shares[1] + shares[2] / 2), []
    for score, share in zip(scores, shares, strict=True):
        traces.append(_answers(score, share, start))
        start = start + share
    above = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "showarrow": False}
    return drawn(
        traces,
        stamped=rows["status"].to_list(),
        height=74 * len(groups) + 90,
        barmode="relative",
        uniformtext={"minsize": 12, "mode": "hide"},  # rather no percentage than a tiny one
        xaxis={"visible": False, "range": [-1, 1], "type": "linear"},
        yaxis={"visible": False, "range": [-0.5, len(groups) - 0.2], "type": "linear"},
        annotations=[
            above | {"y": at + 0.26, "text": f"{wrapped(str(group), 40)} (n = {bases[group]:.0f})"}
            for at, group in enumerate(groups)
        ],
    )


def _answers(rows: pd.DataFrame, shares: "pd.Series[float]", start: "pd.Series[float]") -> Part:
    colour = theme.colour(str(rows["measure"].iloc[0]))
    percentages = [f"{100 * share:.0f} %" for share in shares]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(shares))),
        "x": list(shares),
        "base": list(start),
        "width": 0.5,
        "name": str(rows["label"].iloc[0]),
        "ids": ids_of(rows.to_dict("records")),
        "marker": {"color": colour.fill, "line": {"color": colour.line, "width": 1}},
        "text": [words if share >= 0.08 else "" for words, share in zip(percentages, shares, strict=True)],
        "textposition": "inside",
        "textfont": {"color": colour.text, "size": 14},
        "textangle": 0,
        "insidetextanchor": "middle",
        "customdata": percentages,
        "hovertemplate": "%{fullData.name}: %{customdata}<extra></extra>",
    }
