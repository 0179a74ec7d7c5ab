"""The period that a preamble names, in the ways in which platforms write it."""

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

from lkdash.contracts import refuse

LOCALES = ("en", "nl", "fr", "de", "pt")
_PATTERNS = (
    (re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"), "ymd"),
    (re.compile(r"\b(\d{4})(\d{2})(\d{2})\b"), "ymd"),
    (re.compile(r"\b(\d{1,2})\.? (?:de )?([^\W\d]+)\.? (?:de )?(\d{4})\b"), "dmy"),
    (re.compile(r"\b([^\W\d]+)\.? (\d{1,2}), ?(\d{4})\b"), "mdy"),
)
# A range that names its year once, as Analytics writes two periods of one year: May 1 - May 31, 2026.
_ONE_YEAR = (
    (re.compile(r"\b([^\W\d]+\.? \d{1,2})(?= ?[-\u2013] ?[^\W\d]+\.? \d{1,2}, ?(\d{4})\b)"), r"\1, \2"),
    (re.compile(r"\b(\d{1,2} [^\W\d]+\.?)(?= ?[-\u2013] ?\d{1,2} [^\W\d]+\.? (\d{4})\b)"), r"\1 \2"),
)
_EDGES = re.compile(r"^#?\s*((start|begin|end|eind)[ -]?(date|datum)|date de (début|fin))\s*:", re.IGNORECASE)


def preamble_period(lines: list[str]) -> tuple[date, date] | None:
    """First and last day named above the header; None where none is, as in 'All time'.

    Refusal where the last comes before the first.
    """
    numbered = enumerate(lines, start=1)
    edges = [(day, at) for at, line in numbered if _EDGES.match(line.strip()) for day in days_in(line)]
    if len(edges) >= 2:
        (first, _), (last, at) = edges[:2]
        if last < first:
            raise refuse("above_ends_before_start", line=at, cell=lines[at - 1].strip())
        return first, last
    for line in reversed(lines):  # a report's own title, which may name days too, comes first
        days = days_in(line)
        if len(days) == 2 and days[0] <= days[1]:
            return days[0], days[1]
    return _one_day(lines)


def _one_day(lines: list[str]) -> tuple[date, date] | None:
    """A report of one day has that day alone on the line above the header: a title would say more."""
    last = next((line.strip().strip('"') for line in reversed(lines) if line.strip()), "")
    days = days_in(last) if any(pattern.fullmatch(last) for pattern, _ in _PATTERNS) else []
    return (days[0], days[0]) if days else None


def only_days(text: str) -> bool:
    """Is there nothing but days and what stands between them in a text: '3 mei 2019 - 5 mei 2019'?"""
    for once, twice in _ONE_YEAR:
        text = once.sub(twice, text)
    return any(
        pattern.search(text) and not re.search(r"\w", pattern.sub("", text)) for pattern, _ in _PATTERNS
    )


def days_in(text: str) -> list[date]:
    """Every day written in a text, in order of appearance, all in one way of writing."""
    for once, twice in _ONE_YEAR:
        text = once.sub(twice, text)
    for pattern, order in _PATTERNS:
        found = [_day(match.groups(), order) for match in pattern.finditer(text)]
        days = [day for day in found if day is not None]
        if days:
            return days
    return []


def _day(parts: tuple[str, ...], order: str) -> date | None:
    named = dict(zip(order, parts, strict=True))
    month = int(named["m"]) if named["m"].isdigit() else _month(named["m"])
    try:
        return date(int(named["y"]), month or 0, int(named["d"]))
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """The month of a name or its beginning; None where several months begin so."""
    word = name.casefold()
    found = {number for known, number in _months() if known == word}
    found = found or {number for known, number in _months() if len(word) > 2 and known.startswith(word)}
    return found.pop() if len(found) == 1 else None


@cache
def _months() -> list[tuple[str, int]]:
    """Every month's names, in the languages that exports come in."""
    return [
        (name.casefold().removesuffix("."), month)
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=locale).items()
    ]
