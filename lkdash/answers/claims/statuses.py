"""The status that a sentence gives its figures, in the words that we put behind them: '(definitief)'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lkdash.answers.claims.numbers import read_numbers
from lkdash.answers.claims.periods import Periods, read_periods
from lkdash.answers.claims.words import tokens, vocabulary
from lkdash.contracts import Bias, Status
from lkdash.texts import text

MOST = 20  # of a sentence that can be read
_AFTER_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}$")
_CLOSING = re.compile(r"[\s.,:;!?…'\"’”»]*")
_BETWEEN = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True)
class Called:
    """A status as a sentence says it, and the editions that it is said of; none where of all.

    since: the edition of 'sinds' and 'vanaf', from which on it may be said. behind: the year just before one
    that is said of all.
    """

    words: str
    editions: tuple[str, ...] = ()
    since: str | None = None
    behind: str | None = None

    @property
    def parts(self) -> set[str]:
        """Its words one by one, in small letters: 'schatting' and 'wellicht hoger'."""
        return {" ".join(part.split()) for part in _BETWEEN.split(self.words.strip().lower())}


def statuses_called(sentence: str) -> tuple[str, tuple[Called, ...]]:
    """A sentence without its statuses, and these; raises Untold where their editions cannot be read.

    One behind a year or at the end is of the years since the one before; where it names none, of all. Any
    other stays where it is: which figure it belongs to is not said.
    """
    found = list(_statuses().finditer(sentence))
    if not found or len(found) > MOST:
        return sentence, ()
    closing = _CLOSING.fullmatch(sentence, found[-1].end()) is not None
    inner = found[:-1] if closing else found
    if not all(_AFTER_YEAR.search(sentence[: one.start()]) for one in inner):
        return sentence, ()
    if closing and not inner:
        year = _AFTER_YEAR.search(sentence[: found[0].start()])
        return _without(sentence, found), (Called(found[0][1], behind=year[0] if year else None),)
    starts = [0, *(one.end() for one in found)]
    parts = zip(starts, found, strict=False)
    return _without(sentence, found), tuple(
        _called(sentence[start : one.start()], one[1]) for start, one in parts
    )


def words_of(status: str) -> set[str]:
    """What a status is called: by us, and by others."""
    return {text(f"status.{status}", "nl"), *vocabulary()["status"].get(status, [])}


@cache
def _statuses() -> re.Pattern[str]:
    said = [words for one in Status if not one.missing for words in words_of(one)]
    said += [text(f"bias.{one}", "nl") for one in Bias]
    word = "|".join(r"\s+".join(re.escape(part) for part in words.split()) for words in said)
    return re.compile(rf"(?<!\s)\s*\(\s*((?:{word})(?:\s*[,;]\s*(?:{word}))*)[\s.,;!?]*\)", re.IGNORECASE)


def _without(sentence: str, found: Sequence[re.Match[str]]) -> str:
    for one in reversed(found):
        sentence = sentence[: one.start()] + sentence[one.end() :]
    return sentence


def _called(part: str, words: str) -> Called:
    periods = _periods(part)
    editions = (*periods.years, *([periods.since] if periods.since else []))
    return Called(words, editions, periods.since if periods.onward else None)


def _periods(part: str) -> Periods:
    read = tokens(part)
    return read_periods(read, read_numbers(read)[1])
