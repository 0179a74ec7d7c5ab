"""Reach: what imports tell by channel and over time, rates with their intervals, people as bounds."""

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import (
    calm,
    channels_compared,
    examples_banner,
    left_out,
    left_out_of_periods,
    opening,
    reach_over_time,
    show,
    targets,
    warehouse,
)

EMPTY = "outcome.nothing"
FUNNEL = {"by": "column.channel", "empty": "reach.funnel_empty"}
VIDEOS = {"by": "column.channel", "empty": "reach.videos_empty"}
CHARTED = ("channel", "platform", "network", "paid")  # time has a chart of its own

choice = opening("reach.title", "first", "last", "by", "examples")
lang = choice.lang
data = warehouse()
examples_banner(choice)

with calm():
    reach = measures.reach(data, choice)
    shown = reach.of("impressions").rows
    chart = charts.ranked(shown, text("metric.impressions", lang)) if choice.by in CHARTED else None
    groups = {"by": f"column_by.{choice.by}", "empty": EMPTY}
    show(text("reach.channels", lang), stories.reach(reach, lang), reach, choice, chart, **groups)
    left_out(choice)

    gains = measures.gains(data, choice)
    show(text("reach.gains", lang), text("reach.gains_text", lang), gains, choice, **groups)

    reach_over_time(choice)

    periods = measures.periods_compared(data, choice)
    told, pick = stories.periods(periods, lang), "against" if choice.other_months else ""
    empty = EMPTY if choice.other_months else "reach.choose"
    about = {"by": "column.when", "empty": empty, "pick": pick}
    show(text("reach.periods", lang), told, periods, choice, turn=True, **about)
    left_out_of_periods(choice)
    targets(choice)

    channels_compared(choice)

    funnel = measures.funnel(data, choice)
    chart = charts.ranked(funnel.rows.assign(period=funnel.rows["label"]))
    show(text("reach.funnel", lang), text("reach.funnel_text", lang), funnel, choice, chart, **FUNNEL)

    videos = measures.videos(data, choice)
    show(text("reach.videos", lang), text("reach.videos_text", lang), videos, choice, **VIDEOS)
