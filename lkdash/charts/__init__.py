"""Pure charts: figure rows in, a Plotly figure out. No words of their own, no data of their own.

Rows are in long form: period (str), measure (a role of lkdash.theme), label, value (0-1 for shares,
empty where missing), text (the value as written, or the words for what is missing), status, bias.
"""

from lkdash.charts.answers import diverging
from lkdash.charts.bars import bars, grouped, stacked
from lkdash.charts.flow import flow
from lkdash.charts.in_time import in_time
from lkdash.charts.outcomes import over_time, ranked
from lkdash.charts.timeline import timeline

__all__ = ["bars", "diverging", "flow", "grouped", "in_time", "over_time", "ranked", "stacked", "timeline"]
