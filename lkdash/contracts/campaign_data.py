"""What the datasets on the recruitment campaign promise: its plan, and how it was to be judged."""

from lkdash.contracts.columns import NL_EN, PERIOD, PERIOD_KIND, PLACES, QUOTED, optional
from lkdash.contracts.dataset import Column, Dataset, words
from lkdash.contracts.figure import Unit

ACTIONS = Dataset(
    "actions",
    "one action of the recruitment campaign 'Word een echte influencer'",
    (
        Column("action_id"),
        Column("kind", allowed=("own", "paid", "earned", "partner"), description="kind of channel"),
        Column("phase", allowed=("before", "during")),
        Column("starts", "DATE", required=False, description="empty where the source gives no date"),
        Column("ends", "DATE", required=False, description="the last day, empty like starts"),
        Column("channel_nl"),
        Column("channel_en"),
        *NL_EN,
        *QUOTED,
    ),
    ("action_id",),
)

MOMENTS = Dataset(
    "moments",
    "one moment or period around the recruitment campaign, its evaluation included",
    (
        Column("moment_id"),
        PERIOD,
        PERIOD_KIND,
        Column("kind", allowed=("campaign", "break", "evaluation")),
        *NL_EN,
        *PLACES,
        optional("source_id", description="see dataset sources; empty where a figure says it"),
    ),
    ("moment_id",),
)

EXPECTATIONS = Dataset(
    "expectations",
    "one result that the recruitment campaign was expected to bring",
    (Column("expectation_id"), *NL_EN, *QUOTED),
    ("expectation_id",),
)

CRITERIA = Dataset(
    "criteria",
    "one criterion that the answer names for evaluating the recruitment campaign",
    (
        Column("criterion_id"),
        *NL_EN,
        Column("expectations", description="those it could speak to, separated by spaces"),
        optional("series", description="reference series that count it, separated by spaces"),
        optional("counts", description="imported counts that speak to it and that no series counts"),
        optional("metric", description="the total of an import that would fill it"),
        optional("platforms", description="those whose imports fill it, separated by spaces; empty = all"),
        Column("unit", required=False, allowed=words(Unit), description="of the metric"),
        Column("holder_nl", description="who would hold the figure"),
        Column("holder_en"),
        *QUOTED,
    ),
    ("criterion_id",),
)
