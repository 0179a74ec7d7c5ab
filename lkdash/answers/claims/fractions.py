"""Parts in words: 'twee op de drie', 'de helft', and 'een kwart miljoen', which is a count."""

from collections.abc import Mapping, Sequence

from lkdash.answers.claims.amounts import Amount, Kind
from lkdash.answers.claims.numerals import Numeral
from lkdash.answers.claims.words import Token, starts_at, vocabulary


def fraction(found: Sequence[Token], begins: Mapping[int, Numeral], at: int) -> Amount | None:
    """The part that begins at a token: 'twee op de drie', 'twee derde', 'drie kwart', '2/3', 'de helft'.

    begins: the number that begins at each token. 'Een kwart miljoen' is a count.
    """
    words = vocabulary()["number"]
    counted = _part_of_a_million(found, at)
    if counted is not None:
        return counted
    first = begins.get(at)
    if first is None or first.ordinal:
        part = words["fractions"].get(found[at].word)
        return None if part is None else Amount(at, at + 1, part, 0, Kind.SHARE, "fraction")
    part = words["fractions"].get(_word(found, first.end))
    if part is not None:
        return _share(at, first.end + 1, float(first.value) * part)
    joined = starts_at(found, [*words["of"], "/"], first.end)
    second = begins.get(joined.end if joined else first.end)
    if second is None or not (joined or second.ordinal) or not 0 < first.value < second.value <= 100:
        return None
    return _share(at, second.end, float(first.value / second.value))


def _part_of_a_million(found: Sequence[Token], at: int) -> Amount | None:
    """'een kwart miljoen': a count, however it is said."""
    words = vocabulary()["number"]
    begun = at + (found[at].word == "een")
    part = words["whole"].get(_word(found, begun))
    times = words["times"].get(_word(found, begun + 1))
    return Amount(at, begun + 2, part * times, 0, Kind.COUNT, "fraction") if part and times else None


def _share(start: int, end: int, value: float) -> Amount | None:
    return Amount(start, end, value, 0, Kind.SHARE, "fraction") if value <= 1 else None


def _word(found: Sequence[Token], at: int) -> str:
    return found[at].word if at < len(found) else ""
