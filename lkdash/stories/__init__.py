"""Generated sentences: what the figures say, with the status of every figure named."""

from lkdash.stories.figures import by_period, doubt, rows_of, said, spans, statuses, trend
from lkdash.stories.pages import (
    campaign_channels,
    channels,
    disruption,
    flow,
    headline,
    known_so_far,
    uncounted,
    unknowns,
    verdicts,
    visits,
)

__all__ = [
    "by_period",
    "campaign_channels",
    "channels",
    "disruption",
    "doubt",
    "flow",
    "headline",
    "known_so_far",
    "rows_of",
    "said",
    "spans",
    "statuses",
    "trend",
    "uncounted",
    "unknowns",
    "verdicts",
    "visits",
]
