"""Between which editions a sentence claims a change."""

from collections.abc import Sequence
from itertools import pairwise

from lkdash.answers.claims.reading import Reading

Step = tuple[str, str]


def steps(reading: Reading, counted: Sequence[str]) -> list[Step]:
    """The editions compared, the earlier one first. counted: every year with a figure, in order."""
    periods = reading.periods
    if not reading.changing:
        return []
    if periods.since is not None:
        return _since(reading, periods.since, counted)
    if len(reading.editions) > 1:
        return list(pairwise(sorted(reading.editions)))
    if periods.spanned:
        years = periods.years
        return list(pairwise(years)) if periods.each else [(years[0], years[-1])]
    named = periods.years or [year for year in counted if _before(year) in counted]
    return [(_before(year), year) for year in named]


def _since(reading: Reading, since: str, counted: Sequence[str]) -> list[Step]:
    """From the year compared with to the one named, else to the last that is counted."""
    last = next(reversed(reading.periods.years or counted), since)
    if not reading.periods.each or int(last) <= int(since):
        return [(since, last)]
    return list(pairwise(str(year) for year in range(int(since), int(last) + 1)))


def _before(year: str) -> str:
    return str(int(year) - 1)
