"""What the datasets on the card promise: its figures, their measures, notes and sources."""

from lkdash.contracts.columns import (
    BIAS,
    FIGURE_ID,
    MEASURE,
    NL_EN,
    PERIOD,
    PERIOD_KIND,
    PLACE,
    PLACES,
    PRINTED,
    SOURCE,
    STATUS,
    UNIT,
    VALUE,
    optional,
)
from lkdash.contracts.dataset import Column, Dataset, words
from lkdash.contracts.figure import Confidence, Direction, PeriodKind, Status
from lkdash.contracts.outcome import METRICS

CARDS = Dataset(
    "cards",
    "one published figure: a measure of an edition",
    (
        FIGURE_ID,
        MEASURE,
        PERIOD,
        PERIOD_KIND,
        VALUE,
        UNIT,
        Column("decimals", "INTEGER", minimum=0, description="decimals in the printed percentage"),
        STATUS,
        BIAS,
        PRINTED,
        *PLACE,
        SOURCE,
    ),
    ("figure_id",),
)

WEBSITE_VISITS = Dataset(
    "website_visits",
    "one published statement on visits to the card's website",
    (
        FIGURE_ID,
        MEASURE,
        PERIOD,
        PERIOD_KIND,
        VALUE,
        UNIT,
        STATUS,
        BIAS,
        PRINTED,
        *PLACE,
        SOURCE,
        optional("reason_nl", description="why there is no value"),
        optional("reason_en", description="why there is no value"),
        Column(
            "direction", required=False, allowed=words(Direction), description="what the source says it did"
        ),
        optional("since", description="from which year; the one before where the source names none"),
        Column(
            "size", required=False, allowed=("slight",), description="how much, where it is said in words"
        ),
    ),
    ("figure_id",),
)

REFERENCE_FIGURES = Dataset(
    "reference_figures",
    "one public figure of another source, never joined to the card's own",
    (
        FIGURE_ID,
        Column("series", description="figures of one series may stand in one chart"),
        Column("metric", required=False, allowed=METRICS, description="of imports: counts the same thing"),
        PERIOD,
        PERIOD_KIND,
        Column("label_nl"),
        Column("label_en"),
        Column("value", "DOUBLE", required=False, description="below zero only for a change"),
        optional("value_text", description="a value that is no number, such as an interval"),
        UNIT,
        Column("decimals", "INTEGER", minimum=0),
        Column("change", "BOOLEAN", description="a difference with an earlier period"),
        STATUS,
        BIAS,
        PRINTED,
        optional("basis_nl"),
        optional("basis_en"),
        Column("publisher"),
        optional("date_published", description="year, month or day; empty where unknown"),
        Column("url"),
        Column("confidence", allowed=words(Confidence)),
    ),
    ("figure_id",),
)

MEASURES = Dataset(
    "measures",
    "one measure, published or computed",
    (
        MEASURE,
        Column("code", description="the measure's part of a figure id"),
        UNIT,
        Column("decimals", "INTEGER", minimum=0),
        Column("signed", "BOOLEAN", description="shown with its sign"),
        Column("label_nl"),
        Column("label_en"),
        Column("definition_nl"),
        Column("definition_en"),
        optional("formula_nl", description="only for measures that lkdash computes"),
        optional("formula_en"),
        optional(
            "inputs", description="measures in its formula, separated by spaces; see source/measures.toml"
        ),
        optional("printed_column", description="the column of the source's table"),
        optional("keywords", description="Dutch words that name it, separated by commas; see docs/claims.md"),
    ),
    ("measure",),
)

SOURCES = Dataset(
    "sources",
    "one source of published figures",
    (
        SOURCE,
        Column("title_nl"),
        Column("title_en"),
        Column("short_nl"),
        Column("short_en"),
        Column("publisher"),
        Column("date_nl"),
        Column("date_en"),
        optional("url"),
    ),
    ("source_id",),
)

NOTES = Dataset(
    "notes",
    "one remark and the figures that it belongs to",
    (
        Column("note_id"),
        *NL_EN,
        *PLACES,
        optional("measures", description="separated by spaces; empty = all"),
        optional("periods", description="separated by spaces; empty = all"),
        Column(
            "period_kind",
            required=False,
            allowed=words(PeriodKind),
            description="only figures of such periods",
        ),
        Column("status", required=False, allowed=words(Status), description="only figures so"),
    ),
    ("note_id",),
)

EVENTS = Dataset(
    "events",
    "one thing that happened around the card",
    (
        Column("event_id"),
        PERIOD,
        optional("when_nl", description="where the source is vaguer or finer than a period"),
        optional("when_en"),
        Column("kind", allowed=("disruption", "communication", "development")),
        *NL_EN,
        *PLACES,
    ),
    ("event_id",),
)

CAMPAIGN_CHANNELS = Dataset(
    "campaign_channels",
    "one channel of the card's own yearly information campaign",
    (Column("channel"), *NL_EN, optional("since", description="first year, where named")),
    ("channel",),
)
