"""Every bundled dataset and what it promises. A new dataset starts here."""

from lkdash.contracts.dataset import Column, Dataset, words
from lkdash.contracts.figure import Bias, Confidence, PeriodKind, Status, Unit
from lkdash.contracts.outcome import METRICS


def _optional(name: str, type: str = "VARCHAR", description: str = "") -> Column:
    return Column(name, type, required=False, description=description)


_FIGURE_ID = Column("figure_id", description="stable, quotable name of the figure")
_MEASURE = Column("measure", description="name of the measure, see dataset measures")
_PERIOD = Column("period", description="edition, year, school year or date")
_PERIOD_KIND = Column("period_kind", allowed=words(PeriodKind))
_VALUE = Column("value", "DOUBLE", required=False, minimum=0, description="empty where missing")
_UNIT = Column("unit", allowed=words(Unit), description="shares lie between 0 and 1")
_STATUS = Column("status", allowed=words(Status))
_BIAS = Column("bias", required=False, allowed=words(Bias))
_PRINTED = Column("printed", description="the text as printed at the place")
_PLACE = (
    Column("place", description="where in the source, in Dutch"),
    Column("place_en", description="the same in English; what is printed stays as printed"),
)
_SOURCE = Column("source_id", description="see dataset sources")
_NL_EN = (Column("nl"), Column("en"))
_PLACES = (Column("place_nl"), Column("place_en"))
_QUOTED = (_PRINTED, *_PLACES, _SOURCE)

CARDS = Dataset(
    "cards",
    "one published figure: a measure of an edition",
    (
        _FIGURE_ID,
        _MEASURE,
        _PERIOD,
        _PERIOD_KIND,
        _VALUE,
        _UNIT,
        Column("decimals", "INTEGER", minimum=0, description="decimals in the printed percentage"),
        _STATUS,
        _BIAS,
        _PRINTED,
        *_PLACE,
        _SOURCE,
    ),
    ("figure_id",),
)

WEBSITE_VISITS = Dataset(
    "website_visits",
    "one published statement on visits to the card's website",
    (
        _FIGURE_ID,
        _MEASURE,
        _PERIOD,
        _PERIOD_KIND,
        _VALUE,
        _UNIT,
        _STATUS,
        _BIAS,
        _PRINTED,
        *_PLACE,
        _SOURCE,
        _optional("reason_nl", description="why there is no value"),
        _optional("reason_en", description="why there is no value"),
    ),
    ("figure_id",),
)

REFERENCE_FIGURES = Dataset(
    "reference_figures",
    "one public figure of another source, never joined to the card's own",
    (
        _FIGURE_ID,
        Column("series", description="figures of one series may stand in one chart"),
        Column("metric", required=False, allowed=METRICS, description="of imports: counts the same thing"),
        _PERIOD,
        _PERIOD_KIND,
        Column("label_nl"),
        Column("label_en"),
        Column("value", "DOUBLE", required=False, description="below zero only for a change"),
        _optional("value_text", description="a value that is no number, such as an interval"),
        _UNIT,
        Column("decimals", "INTEGER", minimum=0),
        Column("change", "BOOLEAN", description="a difference with an earlier period"),
        _STATUS,
        _BIAS,
        _PRINTED,
        _optional("basis_nl"),
        _optional("basis_en"),
        Column("publisher"),
        _optional("date_published", description="year, month or day; empty where unknown"),
        Column("url"),
        Column("confidence", allowed=words(Confidence)),
    ),
    ("figure_id",),
)

MEASURES = Dataset(
    "measures",
    "one measure, published or computed",
    (
        _MEASURE,
        Column("code", description="the measure's part of a figure id"),
        _UNIT,
        Column("decimals", "INTEGER", minimum=0),
        Column("signed", "BOOLEAN", description="shown with its sign"),
        Column("label_nl"),
        Column("label_en"),
        Column("definition_nl"),
        Column("definition_en"),
        _optional("formula_nl", description="only for measures that lkdash computes"),
        _optional("formula_en"),
        _optional(
            "inputs", description="measures in its formula, separated by spaces; see source/measures.toml"
        ),
        _optional("printed_column", description="the column of the source's table"),
        _optional(
            "keywords", description="Dutch words that name it, separated by commas; see docs/claims.md"
        ),
    ),
    ("measure",),
)

SOURCES = Dataset(
    "sources",
    "one source of published figures",
    (
        _SOURCE,
        Column("title_nl"),
        Column("title_en"),
        Column("short_nl"),
        Column("short_en"),
        Column("publisher"),
        Column("date_nl"),
        Column("date_en"),
        _optional("url"),
    ),
    ("source_id",),
)

NOTES = Dataset(
    "notes",
    "one remark and the figures that it belongs to",
    (
        Column("note_id"),
        *_NL_EN,
        *_PLACES,
        _optional("measures", description="separated by spaces; empty = all"),
        _optional("periods", description="separated by spaces; empty = all"),
        Column("status", required=False, allowed=words(Status), description="only figures so"),
    ),
    ("note_id",),
)

EVENTS = Dataset(
    "events",
    "one thing that happened around the card",
    (
        Column("event_id"),
        _PERIOD,
        _optional("when_nl", description="where the source is vaguer or finer than a period"),
        _optional("when_en"),
        Column("kind", allowed=("disruption", "communication", "development")),
        *_NL_EN,
        *_PLACES,
    ),
    ("event_id",),
)

CAMPAIGN_CHANNELS = Dataset(
    "campaign_channels",
    "one channel of the card's own yearly information campaign",
    (Column("channel"), *_NL_EN, _optional("since", description="first year, where named")),
    ("channel",),
)

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
        *_NL_EN,
        *_QUOTED,
    ),
    ("action_id",),
)

MOMENTS = Dataset(
    "moments",
    "one moment or period around the recruitment campaign, its evaluation included",
    (
        Column("moment_id"),
        _PERIOD,
        _PERIOD_KIND,
        Column("kind", allowed=("campaign", "break", "evaluation")),
        *_NL_EN,
        *_PLACES,
        _optional("source_id", description="see dataset sources; empty where a figure says it"),
    ),
    ("moment_id",),
)

EXPECTATIONS = Dataset(
    "expectations",
    "one result that the recruitment campaign was expected to bring",
    (Column("expectation_id"), *_NL_EN, *_QUOTED),
    ("expectation_id",),
)

CRITERIA = Dataset(
    "criteria",
    "one criterion that the answer names for evaluating the recruitment campaign",
    (
        Column("criterion_id"),
        *_NL_EN,
        Column("expectations", description="those it could speak to, separated by spaces"),
        _optional("series", description="reference series that count it, separated by spaces"),
        _optional("metric", description="the total of an import that would fill it"),
        _optional("platforms", description="those whose imports fill it, separated by spaces; empty = all"),
        Column("unit", required=False, allowed=words(Unit), description="of the metric"),
        Column("holder_nl", description="who would hold the figure"),
        Column("holder_en"),
        *_QUOTED,
    ),
    ("criterion_id",),
)

UNKNOWNS = Dataset(
    "unknowns",
    "one question that no source answers",
    (Column("unknown_id"), *_NL_EN, Column("reason_nl"), Column("reason_en"), *_PLACES),
    ("unknown_id",),
)

QUESTIONS = Dataset(
    "questions",
    "one sub-question of a written question that is known, in our own words",
    (
        Column("known", description="name of the written question"),
        Column("subject_nl"),
        Column("subject_en"),
        Column("number"),
        *_NL_EN,
    ),
    ("known", "number"),
)

RULES = Dataset(
    "rules",
    "one rule that proposes what answers a sub-question",
    (
        Column("rule_id"),
        Column("kind", allowed=("figures", "words", "unknown")),
        Column("words", description="groups joined by ' & ', words by '|'; see docs/answers.md"),
        _optional("shows", description="the table of figures, or the dataset of words"),
        _optional("measures", description="read out in a sentence, separated by spaces"),
        _optional("remarks", description="notes that go before the table, separated by spaces"),
        _optional("says", description="notes that are read out below the figures, separated by spaces"),
        _optional("closing", description="datasets of words on what is being done, separated by spaces"),
        _optional("unknown", description="see dataset unknowns, where the reason stands there"),
        *_NL_EN,
        _optional("reason_nl", description="why it cannot be answered"),
        _optional("reason_en", description="why it cannot be answered"),
    ),
    ("rule_id",),
)

DEVIATIONS = Dataset(
    "deviations",
    "one known error in a source, as a check finds it today",
    (
        _FIGURE_ID,
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
    (Column("date", "DATE"), *_NL_EN),
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
