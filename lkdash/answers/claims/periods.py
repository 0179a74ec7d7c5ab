"""The editions that a sentence speaks of: the years it names, ranges, and the year that it compares with."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims.amounts import Year
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Found, Token, ends_at, phrases, starts_at, vocabulary


@dataclass(frozen=True)
class Periods:
    """The years of a sentence, without the one compared with (`since`).

    said: as the sentence names them. years: from early to late, each once, ranges filled in. spanned: is it
    one range? each: does the sentence say 'elk jaar'? onward: is it so from `since` on ('vanaf 2017')?
    """

    said: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    since: str | None = None
    spanned: bool = False
    each: bool = False
    onward: bool = False

    @property
    def may_add_up(self) -> bool:
        """Can a count over these editions be meant of all of them together?"""
        return not self.each and (len(self.years) > 1 or self.since is not None)


def read_periods(found: Sequence[Token], named: Sequence[Year]) -> Periods:
    """What a sentence says of its editions; raises Untold for a beginning or an end alone ('na 2019')."""
    if any(_is_open(found, named, at) for at in range(len(named))):
        raise Untold("open_period")
    places = {str(year.year): place for year in named if (place := compared(found, year)) is not None}
    since = next(iter(places), None)
    said = tuple(dict.fromkeys(str(year.year) for year in named if str(year.year) != since))
    years = tuple(year for year in _filled(found, named) if year != since)
    spanned = len(said) == 2 and any(_in_range(found, named, at) for at in range(len(named)))
    each = next(phrases(found, vocabulary()["period"]["each"]), None) is not None
    onward = since is not None and found[places[since].start].word in vocabulary()["period"]["onward"]
    return Periods(said, years, since, spanned, each, onward)


def compared(found: Sequence[Token], year: Year) -> Found | None:
    """The words that make this the year that another is compared with: 'dan in 2019', 'sinds 2017'."""
    words = vocabulary()["period"]
    end = year.start
    while end > 0 and found[end - 1].word in (*words["edition"], "in", "het", "de"):
        place = ends_at(found, words["since"], end)
        if place is not None:
            return place
        end -= 1
    return ends_at(found, words["since"], end)


def words_of_range(found: Sequence[Token], named: Sequence[Year]) -> list[Found]:
    """What makes ranges of years: 'tussen … en', 'tot en met'."""
    ends = [at for at in range(len(named)) if _in_range(found, named, at)]
    between = [Found(named[at - 1].end, named[at].start) for at in ends]
    begun = [ends_at(found, vocabulary()["period"]["begun"], named[at - 1].start) for at in ends]
    return [*between, *(place for place in begun if place is not None)]


def _filled(found: Sequence[Token], named: Sequence[Year]) -> list[str]:
    """Every year once, from early to late, with those between the ends of a range."""
    years = {year.year for year in named}
    for at in range(len(named)):
        if _in_range(found, named, at):
            years |= set(range(named[at - 1].year, named[at].year))
    return [str(year) for year in sorted(years)]


def _is_open(found: Sequence[Token], named: Sequence[Year], at: int) -> bool:
    """'na 2019', 'tot 2019' without a beginning."""
    opened = ends_at(found, vocabulary()["period"]["open"], named[at].start)
    return opened is not None and not _in_range(found, named, at)


def _in_range(found: Sequence[Token], named: Sequence[Year], at: int) -> bool:
    """Is this the end of a range that the year before it begins?"""
    if at == 0:
        return False
    words = vocabulary()
    between = found[named[at - 1].end : named[at].start]
    to = starts_at(between, words["period"]["to"], 0)
    if to is not None and to.end == len(between):
        return True
    first = named[at - 1].start
    opened = first > 0 and found[first - 1].word in words["number"]["between"]
    return opened and [token.word for token in between] == ["en"]
