"""Generated sentences: what the figures say, with the status of every figure named."""

from lkdash.stories.campaign import at_launch, recruitment
from lkdash.stories.citation import citation, quotable, subject, unit_words
from lkdash.stories.computed import computed
from lkdash.stories.evaluation import board, dated, evidence
from lkdash.stories.figures import Row, doubt, marked_as, quoting, said, spans, status_words, statuses
from lkdash.stories.outcomes import compared, left_out, left_out_of, over_time, periods, reach, satisfied
from lkdash.stories.over_periods import by_period, trend
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
from lkdash.stories.papers import papers
from lkdash.stories.series import datable, imported, series, series_in_time

__all__ = [
    "Row",
    "at_launch",
    "board",
    "by_period",
    "campaign_channels",
    "channels",
    "citation",
    "compared",
    "computed",
    "datable",
    "dated",
    "disruption",
    "doubt",
    "evidence",
    "flow",
    "headline",
    "imported",
    "known_so_far",
    "left_out",
    "left_out_of",
    "marked_as",
    "over_time",
    "papers",
    "periods",
    "quotable",
    "quoting",
    "reach",
    "recruitment",
    "said",
    "satisfied",
    "series",
    "series_in_time",
    "spans",
    "status_words",
    "statuses",
    "subject",
    "trend",
    "uncounted",
    "unit_words",
    "unknowns",
    "verdicts",
    "visits",
]
