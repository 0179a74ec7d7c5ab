"""From a sentence to what it claims: levels, a change, the editions it names, and the measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims.choosing import measure_of
from lkdash.answers.claims.merging import merged
from lkdash.answers.claims.naming import Named
from lkdash.answers.claims.numbers import quantities, read_numbers
from lkdash.answers.claims.pairing import paired
from lkdash.answers.claims.periods import Periods, read_periods
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.roles import claimed, slightly
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Token, phrases, tokens, vocabulary
from lkdash.contracts import Unit
from lkdash.db import Warehouse

MOST_TOKENS = 200
_SCHOOL_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*[-–/]\s*([0-9]{2}|[0-9]{4})(?![0-9])")


@dataclass(frozen=True)
class Reading:
    """What a sentence claims. levels: figures as such. change: the figure of a change.

    editions: that of each level; none where each is claimed of all. direction: up, down or flat. slight: does
    it call the change slight, in words?
    """

    levels: tuple[Stated, ...]
    editions: tuple[str, ...]
    change: Stated | None
    direction: str | None
    periods: Periods
    named: Named
    slight: bool = False

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
    claim = claimed(found, figures, years)
    periods = read_periods(found, years)
    editions = paired(found, claim.levels, periods, claim.changing)
    if claim.changing and periods.since is not None and len(periods.years) > 1:
        raise Untold("several")
    if not claim.changing and periods.since is not None and not periods.onward:
        raise Untold("no_direction")
    named = measure_of(claim, warehouse)
    if named.unit in (Unit.CARDS, Unit.VISITS) and not (claim.changing or editions) and periods.may_add_up:
        raise Untold("sum_or_each", named.measure)
    slight = bool(slightly(claim))
    return Reading(claim.levels, editions, claim.change, claim.direction, periods, named, slight)


def _answerable(sentence: str, found: Sequence[Token]) -> None:
    for reason, entry in vocabulary()["unanswerable"].items():
        listed = [word for word in entry["words"] if word not in vocabulary()["size"]["slight"]]
        if next(phrases(found, listed), None):
            raise Untold(reason)
    for first, second in _SCHOOL_YEAR.findall(sentence):
        if (int(first) + 1) % 100 == int(second) % 100 and (
            len(second) == 2 or int(second) == int(first) + 1
        ):
            raise Untold("school_year")
