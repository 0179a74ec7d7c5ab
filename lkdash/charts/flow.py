"""The way of the cards of one edition, from made to held, as a Sankey diagram."""

import pandas as pd
import plotly.graph_objects as go

from lkdash import theme
from lkdash.charts.marks import Part, drawn, ids_of, wrapped
from lkdash.contracts import Status

# From node, to node, and the measure that says how many.
LINKS = (
    ("cards_made", "cards_sent_to_library", "cards_sent_to_library"),
    ("cards_made", "cards_subscription", "cards_subscription"),
    ("cards_made", "cards_starters", "cards_starters"),
    ("cards_sent_to_library", "cards_library", "cards_library"),
    ("cards_sent_to_library", "cards_not_in_possession", "cards_not_in_possession"),
    ("cards_sent_to_library", "cards_unattributed", "cards_unattributed"),
    ("cards_library", "staff_with_card", "cards_library"),
    ("cards_unattributed", "staff_with_card", "cards_unattributed"),
    ("cards_subscription", "staff_with_card", "cards_subscription"),
    ("cards_starters", "staff_with_card", "cards_starters"),
)
# How far to the right each node stands, and below which nodes with how many gaps.
_X = {
    "cards_made": 0.001,
    "cards_sent_to_library": 0.33,
    "cards_subscription": 0.33,
    "cards_starters": 0.33,
    "cards_library": 0.66,
    "cards_unattributed": 0.66,
    "cards_not_in_possession": 0.999,
    "staff_with_card": 0.999,
}
_ABOVE: dict[str, tuple[tuple[str, ...], int]] = {
    "cards_subscription": (("cards_sent_to_library",), 1),
    "cards_starters": (("cards_sent_to_library", "cards_subscription"), 2),
    "cards_library": (("cards_not_in_possession",), 0),
    "cards_unattributed": (("cards_sent_to_library", "cards_subscription", "cards_starters"), 2),
    "staff_with_card": (("cards_not_in_possession",), 2),
}
_GAP = 0.11


def flow(rows: pd.DataFrame, *, height: int = 520) -> go.Figure:
    """Nodes with label and text; a link a measure. Measures without a value are left out.

    rows: one period; cards_made, cards_sent_to_library, the channels, the rests, staff_with_card.
    """
    present = rows[rows["value"].notna()].set_index("measure")
    links = [link for link in LINKS if {link[0], link[1], link[2]} <= set(present.index)]
    names = list(dict.fromkeys(name for link in links for name in link[:2]))
    margin = {"l": 4, "r": 4, "t": 28, "b": 44}
    return drawn([_sankey(present, links, names)], height=height, showlegend=False, margin=margin)


def _sankey(present: pd.DataFrame, links: list[tuple[str, str, str]], names: list[str]) -> Part:
    labels = present["label"].to_dict()
    texts = present["text"].to_dict()
    ids = dict(zip(present.index, ids_of(present.to_dict("records")), strict=True))
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": [f"{wrapped(labels[name], 17)}<br><b>{texts[name]}</b>" for name in names],
            "color": [theme.colour(name).fill for name in names],
            "line": {"color": theme.TEXT, "width": 1},
            "pad": 44,
            "thickness": 14,
            "x": [_X[name] for name in names],
            "y": _heights(present, names),
            "customdata": [[f"{labels[name]}: {texts[name]}", ids[name]] for name in names],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
        },
        "link": {
            "source": [names.index(start) for start, _, _ in links],
            "target": [names.index(end) for _, end, _ in links],
            "value": [present["value"].to_dict()[name] for _, _, name in links],
            "color": [_shade(present, name) for _, _, name in links],
            "customdata": [[f"{labels[name]}: {texts[name]}", ids[name]] for _, _, name in links],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
        },
        "textfont": {"size": 14, "color": theme.TEXT, "family": theme.FONT},
    }


def _heights(present: pd.DataFrame, names: list[str]) -> list[float]:
    """The middle of each node as a part of the height, so that no label lies on another."""
    values = present["value"].to_dict()
    made = values["cards_made"]
    middles = []
    for name in names:
        above, gaps = _ABOVE.get(name, ((), 0))
        start = sum(values.get(other, 0) for other in above) / made + _GAP * gaps
        middles.append((start + values[name] / made / 2) / (1 + 2 * _GAP))
    return [min(0.999, max(0.001, middle)) for middle in middles]


def _shade(present: pd.DataFrame, name: str) -> str:
    """The colour of a flow, paler for an estimate (whose text carries the mark)."""
    fill = theme.colour(name).fill
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    alpha = 0.3 if present.loc[name, "status"] != Status.FINAL else 0.5
    return f"rgba({red},{green},{blue},{alpha})"
