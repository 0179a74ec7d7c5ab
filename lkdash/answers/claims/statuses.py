"""The status that a sentence gives its figures, in the words that we put behind them: '(definitief)'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lkdash.answers.claims.judging import Judged, Outcome, both, together
from lkdash.answers.claims.numbers import read_numbers
from lkdash.answers.claims.periods import read_periods
from lkdash.answers.claims.verdict import Verdict
from lkdash.answers.claims.words import tokens
from lkdash.contracts import Bias, Lang, Status
from lkdash.formats import is_missing
from lkdash.stories import spans, status_words
from lkdash.texts import text

MOST = 20  # of a sentence that can be read
_AFTER_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}$")


@dataclass(frozen=True)
class Called:
    """A status as a sentence says it, and the editions that it is said of; none where of all."""

    words: str
    editions: tuple[str, ...]

    def is_of(self, edition: str) -> bool:
        """Is it said of this edition?"""
        return not self.editions or edition in self.editions


def statuses_called(sentence: str) -> tuple[str, tuple[Called, ...]]:
    """A sentence without its statuses, and these; raises Untold where their editions cannot be read.

    One behind a year is of the years since the one before, one at the end of a sentence of all of it. Any
    other stays where it is: which figure it belongs to is not said.
    """
    found = list(_statuses().finditer(sentence))
    if len(found) == 1 and not sentence[found[0].end() :].strip(" ."):
        return _without(sentence, found), (Called(found[0][1], ()),)
    if len(found) > MOST or not all(_AFTER_YEAR.search(sentence[: one.start()]) for one in found):
        return sentence, ()
    starts = [0, *(one.end() for one in found)]
    parts = zip(starts, found, strict=False)
    return _without(sentence, found), tuple(
        Called(one[1], _years(sentence[start : one.start()])) for start, one in parts
    )


@cache
def _statuses() -> re.Pattern[str]:
    keys = [f"status.{one}" for one in Status if not one.missing] + [f"bias.{one}" for one in Bias]
    word = "|".join(re.escape(text(key, "nl")) for key in keys)
    return re.compile(rf" ?\(((?:{word})(?:, (?:{word}))*)\)", re.IGNORECASE)


def _without(sentence: str, found: Sequence[re.Match[str]]) -> str:
    for one in reversed(found):
        sentence = sentence[: one.start()] + sentence[one.end() :]
    return sentence


def _years(part: str) -> tuple[str, ...]:
    read = tokens(part)
    periods = read_periods(read, read_numbers(read)[1])
    return (*periods.years, *([periods.since] if periods.since else []))


def with_statuses(verdict: Verdict, called: Sequence[Called]) -> Verdict:
    """The verdict where the statuses that the sentence says must be those of its figures as well."""
    wrong = tuple(_wrong(verdict, called))
    refuted = {edition for edition, _ in wrong}
    if not refuted:
        return verdict
    judged = tuple(
        both(one, Judged(one.edition, Outcome.NOT)) if one.edition in refuted else one
        for one in verdict.judged
    )
    outcome = together(judged)
    return replace(
        verdict,
        outcome=outcome,
        reason=verdict.reason if outcome == Outcome.UNTOLD else "",
        editions=tuple(one.edition for one in judged if one.outcome == Outcome.HOLDS),
        judged=judged,
        miscalled=wrong,
    )


def _wrong(verdict: Verdict, called: Sequence[Called]) -> Iterator[tuple[str, str]]:
    """Editions, and what the sentence calls a figure of theirs that it is not."""
    rows = verdict.table.records if verdict.table is not None else []
    judged = {one.edition for one in verdict.judged}
    for row in rows:
        edition = str(row["period"])
        if edition not in judged or row["measure"] not in verdict.candidates or is_missing(row["value"]):
            continue
        own = set(status_words(row, "nl").split(", ")) | {text(f"status.{row['status']}", "nl")}
        for one in called:
            if one.is_of(edition) and not set(one.words.lower().split(", ")) <= own:
                yield edition, one.words


def miscalled_told(verdict: Verdict, lang: Lang) -> list[str]:
    """A line for each status that the sentence gives figures which have another."""
    wrong: dict[str, dict[str, None]] = {}
    for edition, words in verdict.miscalled:
        wrong.setdefault(words, {})[edition] = None
    return [
        text("claim.miscalled", lang, words=words, editions=spans(list(editions)))
        for words, editions in wrong.items()
    ]
