"""Columns that several datasets have, each described once."""

from lkdash.contracts.dataset import Column, words
from lkdash.contracts.figure import Bias, PeriodKind, Status, Unit


def optional(name: str, type: str = "VARCHAR", description: str = "") -> Column:
    """A column that may be empty."""
    return Column(name, type, required=False, description=description)


FIGURE_ID = Column("figure_id", description="stable, quotable name of the figure")
MEASURE = Column("measure", description="name of the measure, see dataset measures")
PERIOD = Column("period", description="edition, year, school year or date")
PERIOD_KIND = Column("period_kind", allowed=words(PeriodKind))
VALUE = Column("value", "DOUBLE", required=False, minimum=0, description="empty where missing")
UNIT = Column("unit", allowed=words(Unit), description="shares lie between 0 and 1")
STATUS = Column("status", allowed=words(Status))
BIAS = Column("bias", required=False, allowed=words(Bias))
PRINTED = Column("printed", description="the text as printed at the place")
PLACE = (
    Column("place", description="where in the source, in Dutch"),
    Column("place_en", description="the same in English; what is printed stays as printed"),
)
SOURCE = Column("source_id", description="see dataset sources")
NL_EN = (Column("nl"), Column("en"))
PLACES = (Column("place_nl"), Column("place_en"))
QUOTED = (PRINTED, *PLACES, SOURCE)
