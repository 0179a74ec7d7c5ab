"""Numbers as they stand in a sentence, in digits or in words, before anyone asks what they count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from text_to_num import Occurence, find_numbers

from lkdash.answers.claims.words import Token, starts_at, vocabulary


@dataclass(frozen=True)
class Numeral:
    """A number as tokens from `start` up to `end`; in digits or in words; ordinal is 'derde'.

    step: the size of the last digit before 'miljoen', where that is a decimal; else None.
    """

    start: int
    end: int
    value: Decimal
    digits: bool
    ordinal: bool = False
    step: Decimal | None = None


class _Heard:
    """A token as text_to_num asks for it: digits and signs are no part of a number in words."""

    def __init__(self, token: Token) -> None:
        self.word = "een" if token.word == "een" else _plain_ordinal(token.written.lower())

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: "_Heard") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return not self.word[:1].isalpha()


def _plain_ordinal(word: str) -> str:
    """'tienden' as 'tiende', the form that text_to_num knows."""
    return word[:-1] if word.endswith(("den", "sten")) else word


def numerals(found: Sequence[Token]) -> list[Numeral]:
    """Every number, in the order of the sentence."""
    digits = [
        Numeral(at, at + 1, _decimal(token.written), True)
        for at, token in enumerate(found)
        if token.written[0] in "0123456789"
    ]
    heard = find_numbers([_Heard(token) for token in found], "nl", threshold=0)
    spelled = [
        Numeral(o.start, o.end, _heard_value(o), False, o.is_ordinal)
        for o in heard
        if not found[o.start].written[0].isdigit()
    ]
    listed = [*(_times(n, found) for n in digits), *spelled]
    return sorted((_and_a_half(n, found) for n in listed), key=lambda n: n.start)


def _heard_value(heard: Occurence) -> Decimal:
    """The value with the decimals that were said."""
    return Decimal(str(heard.value)) if "," in heard.text else Decimal(int(heard.value))


def _times(numeral: Numeral, found: Sequence[Token]) -> Numeral:
    """'138 duizend': the digits and the word after them are one number."""
    factor = vocabulary()["number"]["times"].get(found[numeral.end].word if numeral.end < len(found) else "")
    if factor is None:
        return numeral
    exponent = int(numeral.value.as_tuple().exponent)
    step = factor * Decimal(1).scaleb(exponent) if exponent < 0 else None
    return replace(numeral, end=numeral.end + 1, value=Decimal(int(numeral.value * factor)), step=step)


def _and_a_half(numeral: Numeral, found: Sequence[Token]) -> Numeral:
    """'67½', 'zevenenzestig en een half'."""
    place = starts_at(found, vocabulary()["number"]["half"], numeral.end)
    if place is None or numeral.ordinal or numeral.value % 1:
        return numeral
    return replace(numeral, end=place.end, value=numeral.value + Decimal("0.5"))


def _decimal(written: str) -> Decimal:
    """A Belgian number: points or spaces between thousands, a comma before decimals; 58.3 is 58,3."""
    plain = written.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    head, _, tail = plain.rpartition(".")
    if head.isdigit() and len(tail) < 3:
        return Decimal(plain)
    return Decimal(plain.replace(".", "").replace(",", "."))
