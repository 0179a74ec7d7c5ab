"""Whether the statuses that a sentence gives its figures are theirs; which editions a wrong one refutes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkdash.answers.claims.judging import Judged, Outcome, both
from lkdash.answers.claims.statuses import Called, words_of
from lkdash.answers.claims.verdict import Verdict
from lkdash.contracts import Lang, weakest
from lkdash.formats import is_missing
from lkdash.stories import spans, status_words
from lkdash.stories.figures import Row
from lkdash.texts import text


def with_statuses(verdict: Verdict, called: Sequence[Called]) -> Verdict:
    """The verdict where the statuses that the sentence says must be those of its figures as well."""
    wrong = tuple((edition, one.words) for one in called for edition in _wrong(verdict, one, called))
    miscalled = {edition for edition, _ in wrong}
    if not miscalled:
        return verdict
    judged = tuple(
        both(one, Judged(one.edition, Outcome.NOT)) if miscalled & verdict.rests_on(one.edition) else one
        for one in verdict.judged
    )
    return replace(verdict.with_judged(judged), miscalled=wrong)


def _wrong(verdict: Verdict, one: Called, called: Sequence[Called]) -> list[str]:
    """The editions whose figure is not what the sentence calls it.

    Of several figures, each of its own edition, the last decides: true of that one, it is said of that one.
    The same goes for the year just before it that a change is compared with.
    """
    spoken_of = list(_spoken_of(verdict, one, called))
    wrong = [edition for edition in spoken_of if _is_wrong(verdict, one, edition)]
    paired = verdict.reading.editions if verdict.reading is not None else ()
    figures = [edition for edition in paired if edition in spoken_of]
    if len(figures) > 1:
        return wrong if figures[-1] in wrong else []
    started = {before for before, _ in verdict.compared} - {each.edition for each in verdict.judged}
    of_start = one.behind in started and not _is_wrong(verdict, one, str(one.behind))
    return [] if of_start else wrong


def _spoken_of(verdict: Verdict, one: Called, called: Sequence[Called]) -> Iterator[str]:
    """The editions of the verdict that a status is said of."""
    judged = [each.edition for each in verdict.judged]
    if one.editions:
        named = {edition for other in called for edition in other.editions}
        for edition in sorted({*judged, *(each for pair in verdict.compared for each in pair)}):
            onward = _onward(verdict, one) is not None and edition > str(one.since) and edition not in named
            if edition in one.editions or onward:
                yield edition
    elif verdict.reading is not None and not verdict.reading.levels:
        yield from (_weaker(verdict, *pair) for pair in verdict.compared)
    else:
        yield from judged


def _onward(verdict: Verdict, one: Called) -> str | None:
    """The edition from which on it is said; that of a single change is only where that begins."""
    reading = verdict.reading
    return one.since if reading is not None and (reading.periods.each or not reading.changing) else None


def _weaker(verdict: Verdict, before: str, now: str) -> str:
    """Of two editions compared the one whose status the change has; the later where both have it."""
    rows = [_row(verdict, edition, verdict.candidates[0]) for edition in (before, now)]
    if any(row is None or is_missing(row["value"]) for row in rows):
        return now
    status = {edition: str(row["status"]) for edition, row in zip((before, now), rows, strict=True) if row}
    return now if weakest(status.values()) == status[now] else before


def _is_wrong(verdict: Verdict, one: Called, edition: str) -> bool:
    """Is the figure called what it is not? Without a figure only where the sentence holds all the same."""
    measure = verdict.whole if verdict.whole and one.editions else verdict.candidates[0]
    row = _row(verdict, edition, measure)
    if row is None or is_missing(row["value"]):
        resting = [each for each in verdict.judged if edition in verdict.rests_on(each.edition)]
        return any(each.outcome == Outcome.HOLDS for each in resting)
    return not one.parts <= {*status_words(row, "nl").split(", "), *words_of(str(row["status"]))}


def _row(verdict: Verdict, edition: str, measure: str) -> Row | None:
    rows = verdict.table.records if verdict.table is not None else []
    return next((row for row in rows if row["period"] == edition and row["measure"] == measure), None)


def miscalled_told(verdict: Verdict, lang: Lang) -> list[str]:
    """A line for each status that the sentence gives figures which have another."""
    wrong: dict[str, dict[str, None]] = {}
    for edition, words in verdict.miscalled:
        wrong.setdefault(words, {})[edition] = None
    return [
        text("claim.miscalled", lang, words=words, editions=spans(sorted(editions)))
        for words, editions in wrong.items()
    ]
