"""Two figures of a sentence that are the ends of one range: 'tussen 65 en 67 %', '65 tot 68 %'."""

from collections.abc import Sequence

from lkdash.answers.claims.amounts import Amount
from lkdash.answers.claims.ranges import Range, Stated, stated
from lkdash.answers.claims.words import Token, ends_at, phrases, scattered, vocabulary

BETWEEN = "between"


def merged(found: Sequence[Token], sentence: str, amounts: Sequence[Amount]) -> list[Stated]:
    """Every amount as stated; the two ends of a range are one."""
    figures: list[Stated] = []
    rest = list(amounts)
    while rest:
        first = rest.pop(0)
        start = _begun(found, first, rest[0]) if rest else None
        if start is not None:
            figures.append(_between_two(found, sentence, start, first, rest.pop(0)))
        else:
            figures.append(stated(found, sentence, first))
    return figures


def _begun(found: Sequence[Token], first: Amount, second: Amount) -> int | None:
    """The token where the range from one figure to the other begins; None where they are no range."""
    words = vocabulary()["number"]
    joined = " ".join(token.word for token in found[first.end : second.start])
    if first.kind != second.kind:
        return None
    opened = ends_at(found, words["between"], first.start)
    if opened is not None:
        return opened.start if joined in words["between_and"] else None
    rising = first.value < second.value and joined in words["up_to"]
    return first.start if rising and not _may_change(found, first) else None


def _may_change(found: Sequence[Token], first: Amount) -> bool:
    """May 'tot' say where a change goes to: 'van 65 tot 68 %', 'steeg 65 tot 68 %'?"""
    words = vocabulary()["change"]
    said = [*words["up"], *words["down"], *words["flat"], *words["added"]]
    apart = [phrase for way in ("up", "down", "flat") for phrase in words[f"{way}_apart"]]
    return (
        ends_at(found, words["from"], first.start) is not None
        or next(phrases(found, said), None) is not None
        or any(scattered(found, phrase) for phrase in apart)
    )


def _between_two(found: Sequence[Token], sentence: str, start: int, first: Amount, second: Amount) -> Stated:
    span = Range(min(first.value, second.value), max(first.value, second.value))
    written = sentence[found[start].start : found[second.end - 1].end]
    return Stated(written, second, BETWEEN, span, start, second.end)
