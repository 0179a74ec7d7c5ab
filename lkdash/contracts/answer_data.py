"""What the datasets behind answers promise: known questions, rules, what no source answers."""

from lkdash.contracts.columns import NL_EN, PLACES, optional
from lkdash.contracts.dataset import Column, Dataset

UNKNOWNS = Dataset(
    "unknowns",
    "one question that no source answers",
    (Column("unknown_id"), *NL_EN, Column("reason_nl"), Column("reason_en"), *PLACES),
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
        *NL_EN,
    ),
    ("known", "number"),
)

RULES = Dataset(
    "rules",
    "one rule that proposes what answers a sub-question",
    (
        Column("rule_id"),
        Column(
            "kind",
            allowed=("figures", "words", "unknown", "list", "taking"),
            description="list: words with a name; taking: when a heading gives the subject",
        ),
        Column("words", description="groups joined by ' & ', words by '|'; see docs/answers.md"),
        optional("shows", description="the table of figures, or the dataset of words"),
        optional("measures", description="read out in a sentence, separated by spaces"),
        optional("remarks", description="notes that go before the table, separated by spaces"),
        optional("says", description="notes that are read out below the figures, separated by spaces"),
        optional("closing", description="datasets of words on what is being done, separated by spaces"),
        optional("unknown", description="see dataset unknowns, where the reason stands there"),
        *NL_EN,
        optional("reason_nl", description="why it cannot be answered"),
        optional("reason_en", description="why it cannot be answered"),
    ),
    ("rule_id",),
)
