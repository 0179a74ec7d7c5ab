"""The papers of a figure: how sure it is, which way it leans, and what it counts."""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """How firm a figure is, from the strongest to the weakest: the order is the meaning."""

    FINAL = "final"
    APPROXIMATE = "approximate"
    ESTIMATE = "estimate"
    PENDING = "pending"
    SUPPRESSED = "suppressed"
    UNAVAILABLE = "unavailable"
    DEMO = "demo"

    @property
    def missing(self) -> bool:
        """True where a figure of this status has no value to show."""
        return self in (Status.PENDING, Status.SUPPRESSED, Status.UNAVAILABLE)


class Bias(StrEnum):
    """Which way the truth lies from the figure, where its source says so."""

    PROBABLY_HIGHER = "probably_higher"
    PROBABLY_LOWER = "probably_lower"
    UNCLEAR = "unclear"


class Direction(StrEnum):
    """Which way a figure went, where its source says that in words."""

    UP = "up"
    DOWN = "down"


class Unit(StrEnum):
    """What a value counts. Shares lie between 0 and 1; points are percentage points."""

    CARDS = "cards"
    PERSONS = "persons"
    SHARE = "share"
    POINTS = "points"
    VISITS = "visits"
    NUMBER = "number"
    ENROLMENTS = "enrolments"
    EURO = "euro"
    FTE = "fte"
    INTERVAL = "interval"


class PeriodKind(StrEnum):
    """What kind of period a figure covers."""

    CALENDAR_YEAR = "calendar_year"
    SCHOOL_YEAR = "school_year"
    DATE = "date"
    INTERVAL = "interval"
    EVERY_YEAR = "every_year"


class Confidence(StrEnum):
    """How far a reference figure's source can be trusted, in the words of the collection."""

    HIGH = "hoog"
    MIDDLE = "middel"
    LOW = "laag"


MARKS: dict[Status, str] = {
    Status.ESTIMATE: "[e]",
    Status.PENDING: "[x]",
    Status.SUPPRESSED: "[c]",
    Status.UNAVAILABLE: "[z]",
    Status.DEMO: "[voorbeeld]",
}


def weakest(statuses: Iterable[Status | str]) -> Status:
    """The status of a result made of these parts; `final` where there are none."""
    order = list(Status)
    return max((Status(status) for status in statuses), key=order.index, default=Status.FINAL)
