"""The periods that a template names: what can be written, and how a count of one is named."""

import re
from datetime import date

from lkdash.contracts.period import span

_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"{_YEAR}-(?:0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-\d\d"
_WRITTEN = re.compile(rf"{_YEAR}|{_YEAR}-{_YEAR}|{_MONTH}|{_DAY}|{_MONTH}/{_MONTH}|{_DAY}/{_DAY}")
_SCHOOL_YEAR = re.compile(rf"({_YEAR})-({_YEAR})")


def days_of(period: str) -> tuple[date, date] | None:
    """First and last day of a year, school year, month or day, or of two of the last with a slash between.

    None for what is none of these. The last day may come before the first.
    """
    years = _SCHOOL_YEAR.fullmatch(period)
    if not _WRITTEN.fullmatch(period) or (years and int(years[2]) != int(years[1]) + 1):
        return None
    try:
        return span(period)
    except ValueError:  # no such day
        return None


def count_name(campaign: str, first: date, last: date) -> str:
    """One count of one period: 'ingeschreven studenten (bron), 2019-2020'. campaign: as the rows have it."""
    return f"{campaign.partition(':')[2].strip()}, {_named(first, last)}"


def _named(first: date, last: date) -> str:
    """A year, a school year, a day, or the first and the last day."""
    for years in (f"{first.year}", f"{first.year}-{first.year + 1}"):
        if (first, last) == span(years):
            return years
    return str(first) if first == last else f"{first} - {last}"
