"""Every bundled dataset, by name. A new dataset is registered here."""

from lkdash.contracts.answer_data import QUESTIONS, RULES, UNKNOWNS
from lkdash.contracts.campaign_data import ACTIONS, CRITERIA, EXPECTATIONS, MOMENTS
from lkdash.contracts.card_data import (
    CAMPAIGN_CHANNELS,
    CARDS,
    EVENTS,
    MEASURES,
    NOTES,
    REFERENCE_FIGURES,
    SOURCES,
    WEBSITE_VISITS,
)
from lkdash.contracts.columns import FIGURE_ID, NL_EN
from lkdash.contracts.dataset import Column, Dataset

DEVIATIONS = Dataset(
    "deviations",
    "one known error in a source, as a check finds it today",
    (
        FIGURE_ID,
        Column("check"),
        Column("expected", "DOUBLE"),
        Column("reason_nl"),
        Column("reason_en"),
    ),
    ("figure_id", "check"),
)

CHANGES = Dataset(
    "changes",
    "one change in the figures, for their readers",
    (Column("date", "DATE"), *NL_EN),
    ("date", "nl"),
)

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        CARDS,
        WEBSITE_VISITS,
        REFERENCE_FIGURES,
        MEASURES,
        SOURCES,
        NOTES,
        EVENTS,
        CAMPAIGN_CHANNELS,
        ACTIONS,
        MOMENTS,
        EXPECTATIONS,
        CRITERIA,
        UNKNOWNS,
        QUESTIONS,
        RULES,
        DEVIATIONS,
        CHANGES,
    )
}
