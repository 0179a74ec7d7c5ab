"""From a sentence to what it claims: levels, a change, the editions it names, and the measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims.naming import Named, named_by
from lkdash.answers.claims.numbers import Kind, quantities, read_numbers
from lkdash.answers.claims.pairing import paired
from lkdash.answers.claims.periods import Periods, read_periods
from lkdash.answers.claims.ranges import Stated, merged
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Token, ends_at, phrases, scattered, starts_at, tokens, vocabulary
from lkdash.contracts import Unit
from lkdash.db import Warehouse

MOST_TOKENS = 200
UP, DOWN, FLAT = "up", "down", "flat"
_SCHOOL_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*[-–/]\s*([0-9]{2}|[0-9]{4})(?![0-9])")


@dataclass(frozen=True)
class Reading:
    """What a sentence claims. levels: figures as such. change: the figure of a change.

    editions: that of each level; none where each is claimed of all. direction: up, down or flat.
    """

    levels: tuple[Stated, ...]
    editions: tuple[str, ...]
    change: Stated | None
    direction: str | None
    periods: Periods
    named: Named

    @property
    def changing(self) -> bool:
        """Does the sentence claim a change?"""
        return self.change is not None or self.direction is not None


def read(sentence: str, warehouse: Warehouse) -> Reading:
    """What the sentence claims; raises Untold where that cannot be read, DataFault on unusable data."""
    found = tokens(sentence)
    if len(found) > MOST_TOKENS:
        raise Untold("too_long")
    _answerable(sentence, found)
    if not next(phrases(found, vocabulary()["subject"]["words"]), None):
        raise Untold("no_subject")
    amounts, years = read_numbers(found)
    amounts = amounts or quantities(found)
    figures = merged(found, sentence, amounts)
    direction = _direction(found, figures)
    change, levels, direction = _roles(found, figures, direction)
    if not figures and direction is None:
        raise Untold("no_claim")
    periods = read_periods(found, years)
    editions = paired(found, levels, periods, changing=bool(change or direction))
    if direction is not None and periods.since is not None and len(periods.years) > 1:
        raise Untold("several")
    named = _measure(found, levels, change, direction, warehouse)
    return Reading(tuple(levels), editions, change, direction, periods, named)


def _answerable(sentence: str, found: Sequence[Token]) -> None:
    for reason, entry in vocabulary()["unanswerable"].items():
        if next(phrases(found, entry["words"]), None):
            raise Untold(reason)
    for first, second in _SCHOOL_YEAR.findall(sentence):
        if (int(first) + 1) % 100 == int(second) % 100 and (
            len(second) == 2 or int(second) == int(first) + 1
        ):
            raise Untold("school_year")


def _direction(found: Sequence[Token], figures: Sequence[Stated]) -> str | None:
    """Up, down or flat, where one word says so that belongs to no figure; Untold where two disagree."""
    words = vocabulary()["change"]
    taken = {at for figure in figures for at in range(figure.start, figure.end)}
    said = set()
    for name, listed in {UP: words["up"], DOWN: words["down"], FLAT: words["flat"]}.items():
        apart = words.get(f"{name}_apart", [])
        if name == UP and next(phrases(found, words["added"]), None):
            said.add(UP)
        if next(phrases(found, listed), None) or any(scattered(found, phrase) for phrase in apart):
            said.add(name)
    for name, listed in {UP: words["more"], DOWN: words["fewer"]}.items():
        if any(place.start not in taken for place in phrases(found, listed)):
            said.add(name)
    if len(said) > 1:
        raise Untold("two_directions")
    return said.pop() if said else None


def _roles(
    found: Sequence[Token], figures: Sequence[Stated], direction: str | None
) -> tuple[Stated | None, list[Stated], str | None]:
    """Which figure is a change, which are levels; Untold for a change without a direction."""
    changes = [figure for figure in figures if _is_change(found, figure, direction)]
    if len(changes) > 1:
        raise Untold("several")
    if changes and direction is None:
        raise Untold("no_direction")
    levels = [figure for figure in figures if figure not in changes]
    return (changes[0] if changes else None), levels, direction


def _is_change(found: Sequence[Token], figure: Stated, direction: str | None) -> bool:
    words = vocabulary()["change"]
    if figure.amount.kind == Kind.POINTS:
        return True
    if direction is None:
        return False
    added = next(phrases(found, words["added"]), None) is not None
    if added or ends_at(found, [*words["by"], *words["of"]], figure.start):
        return True
    after = range(figure.end, min(figure.end + 2, len(found)))
    compared = [*words["more"], *words["fewer"]]
    reached = [at for at in after if all(token.word.isalpha() for token in found[figure.end : at + 1])]
    return any(starts_at(found, compared, at) for at in reached)


def _measure(
    found: Sequence[Token],
    levels: Sequence[Stated],
    change: Stated | None,
    direction: str | None,
    warehouse: Warehouse,
) -> Named:
    """The one measure that fits words and unit; Untold where there is none, or two that fit as well."""
    figures = [*levels, *([change] if change else [])]
    about_shares = _about_shares(found, levels, change, direction)
    taken = {at for figure in figures for at in range(figure.start, figure.end)}
    denials = {p.start for p in phrases(found, vocabulary()["denial"]["words"])} - taken
    named = [one for one in named_by(found, warehouse) if one.unit != Unit.POINTS]
    fitting = [one for one in named if (one.unit == Unit.SHARE) == about_shares]
    if denials:
        fitting = [one for one in fitting if denials <= one.at]
        if not fitting:
            raise Untold("denial")
    if not fitting:
        raise Untold("no_measure")
    best = [one.measure for one in fitting if one.rank == fitting[0].rank]
    if len(best) > 1:
        raise Untold("two_measures", *best)
    return fitting[0]


def _about_shares(
    found: Sequence[Token], levels: Sequence[Stated], change: Stated | None, direction: str | None
) -> bool:
    """Is the sentence about a share rather than a count? Untold where its figures are of both kinds."""
    kinds = {figure.amount.kind for figure in levels}
    if len(kinds) > 1:
        raise Untold("several")
    if kinds:
        return kinds == {Kind.SHARE}
    named = next(phrases(found, vocabulary()["share"]["words"]), None) is not None
    if change is not None and change.amount.kind == Kind.SHARE and named:
        raise Untold("percent_or_points")
    return named or (change is not None and change.amount.kind == Kind.POINTS)
