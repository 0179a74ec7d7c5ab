"""The editions that a sentence speaks of: the years it names, ranges, and the year that it compares with."""

from collections.abc import Sequence

from lkdash.answers.claims.numbers import Year
from lkdash.answers.claims.words import Token, ends_at, starts_at, vocabulary


def compared_with(found: Sequence[Token], year: Year) -> bool:
    """Is this the year that another is compared with: 'dan in 2019', 'sinds 2017'?"""
    words = vocabulary()["period"]
    end = year.start
    while end > 0 and found[end - 1].word in (*words["edition"], "in", "het", "de"):
        if ends_at(found, words["since"], end):
            return True
        end -= 1
    return ends_at(found, words["since"], end) is not None


def named_years(found: Sequence[Token], years: Sequence[Year], since: str | None) -> tuple[str, ...]:
    """The years named, each once, with those between the ends of a range."""
    all_years: list[int] = []
    for at, year in enumerate(years):
        if at and _range(found, years[at - 1], year):
            all_years += range(years[at - 1].year + 1, year.year)
        all_years.append(year.year)
    return tuple(str(year) for year in sorted(set(all_years)) if str(year) != since)


def is_open(found: Sequence[Token], years: Sequence[Year], at: int) -> bool:
    """'na 2019', 'tot 2019' without a beginning."""
    closed = at > 0 and _range(found, years[at - 1], years[at])
    return not closed and ends_at(found, vocabulary()["period"]["open"], years[at].start) is not None


def _range(found: Sequence[Token], first: Year, second: Year) -> bool:
    words = vocabulary()
    between = found[first.end : second.start]
    to = starts_at(between, words["period"]["to"], 0)
    if to is not None and to.end == len(between):
        return True
    opened = first.start > 0 and found[first.start - 1].word == words["number"]["between"]
    return opened and [token.word for token in between] == ["en"]
