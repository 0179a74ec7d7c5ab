"""What a figure in a sentence is: a count, a share or percentage points; a year is none of these."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a figure in a sentence is."""

    COUNT = "counts"
    SHARE = "shares"
    POINTS = "points"


@dataclass(frozen=True)
class Amount:
    """A figure as tokens from `start` up to `end`. value: a share is 0 to 1, points are percentage points.

    step: the size of the last digit that counts, in the same unit. rule: the reading that it brings along.
    """

    start: int
    end: int
    value: float
    step: float
    kind: Kind = Kind.COUNT
    rule: str = "plain"


@dataclass(frozen=True)
class Year:
    """A year in the sentence."""

    start: int
    end: int
    year: int
