"""What every figure and every dataset promises; the lowest room, which imports nothing of lkdash."""

from lkdash.contracts.choice import GROUPINGS, LANGUAGES, Choice, Lang
from lkdash.contracts.dataset import Column, Dataset
from lkdash.contracts.datasets import DATASETS
from lkdash.contracts.document import (
    HEADER,
    Block,
    Bullets,
    Colophon,
    Document,
    Grid,
    Heading,
    NoteMark,
    Paragraph,
    Picture,
)
from lkdash.contracts.figure import MARKS, Bias, Confidence, Direction, PeriodKind, Status, Unit, weakest
from lkdash.contracts.finding import DataFault, Finding
from lkdash.contracts.mention import Mention, mention, mentions, plain
from lkdash.contracts.outcome import (
    METRICS,
    NOT_ADDITIVE,
    OUTCOME_COLUMNS,
    OUTCOMES,
    PAIRED,
    Papers,
    Receipt,
    Refusal,
    refusal_of,
    refuse,
)
from lkdash.contracts.table import Asked, Table

__all__ = [
    "DATASETS",
    "GROUPINGS",
    "HEADER",
    "LANGUAGES",
    "MARKS",
    "METRICS",
    "NOT_ADDITIVE",
    "OUTCOMES",
    "OUTCOME_COLUMNS",
    "PAIRED",
    "Asked",
    "Bias",
    "Block",
    "Bullets",
    "Choice",
    "Colophon",
    "Column",
    "Confidence",
    "DataFault",
    "Dataset",
    "Direction",
    "Document",
    "Finding",
    "Grid",
    "Heading",
    "Lang",
    "Mention",
    "NoteMark",
    "Papers",
    "Paragraph",
    "PeriodKind",
    "Picture",
    "Receipt",
    "Refusal",
    "Status",
    "Table",
    "Unit",
    "mention",
    "mentions",
    "plain",
    "refusal_of",
    "refuse",
    "weakest",
]
