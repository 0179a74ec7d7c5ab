"""One look for every chart: a Plotly template, colours by role, patterns by status."""

from functools import cache
from typing import Any, NamedTuple

import plotly.graph_objects as go

from lkdash.contracts import Status

TEXT = "#333332"
WHITE = "#FFFFFF"
RULE = "#D5D5D3"
ACCENT = "#FFE615"
FONT = "Source Sans, Source Sans Pro, sans-serif"

CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


class Colour(NamedTuple):
    """A fill, the text that can be read on it, and the outline that sets it off from white."""

    fill: str
    text: str
    line: str = TEXT


BLUE = Colour("#0055CC", WHITE, "#0055CC")
COLOURS: dict[str, Colour] = {
    "share_with_card": BLUE,
    "cards_made": Colour("#B8BDC4", TEXT),
    "staff_with_card": BLUE,
    "cards_library": BLUE,
    "cards_subscription": Colour(ACCENT, TEXT),
    "cards_starters": Colour("#8CC6F2", TEXT),
    "cards_unattributed": Colour("#5F5F5D", WHITE, "#5F5F5D"),
    "cards_not_in_possession": Colour("#F1F1EF", TEXT, "#767674"),
    "cards_sent_to_library": Colour("#C9D9F2", TEXT),
    "library_pickup_share": BLUE,
    "paid": BLUE,
    "own": Colour(ACCENT, TEXT),
    "earned": Colour("#5F5F5D", WHITE, "#5F5F5D"),
    "partner": Colour("#8CC6F2", TEXT),
    "campaign": Colour("#FFF9D6", TEXT, "#767674"),
    "break": Colour(TEXT, WHITE),
    "imported": BLUE,
    "imported_second": Colour("#9C4A00", WHITE, "#9C4A00"),
    "imported_third": Colour("#1F7A4D", WHITE, "#1F7A4D"),
    "platform_google_ads": BLUE,
    "platform_meta": Colour("#4A6785", WHITE, "#4A6785"),
    "platform_x": Colour("#333332", WHITE),
    "platform_youtube": Colour("#9C4A00", WHITE, "#9C4A00"),
    "platform_web": Colour("#1F7A4D", WHITE, "#1F7A4D"),
    "score_1": Colour("#9C4A00", WHITE, "#9C4A00"),
    "score_2": Colour("#E8B48A", TEXT),
    "score_3": Colour("#E4E4E1", TEXT, "#767674"),
    "score_4": Colour("#A9C8F0", TEXT),
    "score_5": BLUE,
    "reference": Colour("#4A6785", WHITE, "#4A6785"),
}
STAMP = "#B8BDC4"
PLATFORM_PATTERNS = {"meta": "/", "x": "x", "youtube": ".", "web": "-"}
SERIES_PATTERNS = {"imported": "|", "imported_second": "-", "imported_third": "+"}
PATTERNS: dict[Status, str] = {Status.ESTIMATE: "/", Status.APPROXIMATE: "."}


def colour(role: str) -> Colour:
    """The colour of a measure; its part of a whole has the same. KeyError on an unknown role."""
    return COLOURS[role.removeprefix("part_")]


def pattern(status: str, role: str = "") -> str:
    """The pattern over a bar of this status: hatched when estimated, dotted when approximate.

    An imported series beside others has one of its own.
    """
    return PATTERNS.get(Status(status), SERIES_PATTERNS.get(role, ""))


# Each chart says itself how much room its names need below: measured by Plotly it would be drawn twice.
MARGIN = {"l": 4, "r": 4, "t": 28, "b": 4}


@cache
def template() -> go.layout.Template:
    """The house template: white, calm, Belgian separators, nothing that moves under a finger."""
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 15, "color": TEXT},
            "paper_bgcolor": WHITE,
            "plot_bgcolor": WHITE,
            "separators": ",.",
            "margin": MARGIN,
            "xaxis": axis | {"type": "category", "linecolor": TEXT, "ticks": ""},
            "yaxis": axis | {"visible": False, "rangemode": "tozero"},
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 1.02,
                "yanchor": "bottom",
                "itemclick": False,
                "itemdoubleclick": False,
                "traceorder": "normal",
            },
            "hoverlabel": {"bgcolor": WHITE, "font": {"family": FONT, "color": TEXT}},
            "bargap": 0.3,
        }
    )
