"""What a figure in a sentence allows: the range of values for which the sentence would be true."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from lkdash.answers.claims.amounts import Amount, Kind
from lkdash.answers.claims.words import Found, Token, ends_at, starts_at, vocabulary

DIGITS = 9  # of a share, so that 0,575 written and 0,575 computed are the same


@dataclass(frozen=True)
class Range:
    """Values from low to high; a side that is open leaves its limit out."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def has(self, value: float) -> bool:
        """Is this value inside?"""
        value, low, high = (round(number, DIGITS) for number in (value, self.low, self.high))
        above = value > low if self.open_low else value >= low
        return above and (value < high if self.open_high else value <= high)

    def covers(self, other: "Range") -> bool:
        """Is the whole of the other range (a closed one) inside?"""
        return self.has(other.low) and self.has(other.high)

    def meets(self, other: "Range") -> bool:
        """Is any part of the other range (a closed one) inside?"""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if round(low, DIGITS) == round(high, DIGITS):
            return self.has(low)
        return low < high

    @property
    def two_sided(self) -> bool:
        """True where there is a limit on both sides: the sentence repeats a figure."""
        return isfinite(self.low) and isfinite(self.high)

    def within(self, other: "Range") -> "Range":
        """The part that lies inside the other range too; it may be empty."""
        low = max((self.low, self.open_low), (other.low, other.open_low))
        high = min((self.high, not self.open_high), (other.high, not other.open_high))
        return Range(low[0], high[0], low[1], not high[1])

    def turned(self) -> "Range":
        """The same range below zero: a fall."""
        return Range(-self.high, -self.low, self.open_high, self.open_low)


@dataclass(frozen=True)
class Stated:
    """A figure as the sentence states it: the words, the rule they follow, and what they allow."""

    written: str
    amount: Amount
    rule: str
    allowed: Range
    start: int  # with the words of the rule
    end: int

    @property
    def repeats(self) -> bool:
        """Is it the figure itself that is given, without a limit or a margin in words?"""
        return self.rule in ("plain", "exact")


def stated(found: Sequence[Token], sentence: str, amount: Amount) -> Stated:
    """An amount with the rule of the words before or after it."""
    rule, place = _rule(found, amount)
    start, end = min(place.start, amount.start), max(place.end, amount.end)
    written = sentence[found[start].start : found[end - 1].end]
    return Stated(written, amount, rule, allowed(amount, rule), start, end)


def allowed(amount: Amount, rule: str) -> Range:
    """The range that a rule gives an amount; without margins: half of the last digit to both sides."""
    entry = vocabulary()["rule"][rule]
    if amount.kind not in entry:
        half = amount.step / 2
        return Range(amount.value - half, amount.value + half, open_high=half > 0)
    below, above = (_margin(amount, entry[amount.kind][side]) for side in ("below", "above"))
    low, high = amount.value - below, amount.value + above
    if amount.kind != Kind.POINTS:
        low = max(low, 0.0) if isfinite(low) else low
    return Range(low, high, entry.get("open_below", False), entry.get("open_above", False))


def _margin(amount: Amount, margin: float) -> float:
    if margin == inf:
        return inf
    scale = {Kind.COUNT: amount.value, Kind.SHARE: 0.01, Kind.POINTS: 1.0}[amount.kind]
    return margin * scale


def _rule(found: Sequence[Token], amount: Amount) -> tuple[str, Found]:
    """The rule named just before the amount (a small word may stand between) or just after it."""
    rules: dict[str, Any] = vocabulary()["rule"]
    skipped = vocabulary()["number"]["skipped"]
    best = amount.rule, Found(amount.start, amount.end)
    end = amount.start
    while end > 0 and best[0] == amount.rule:
        places = [(name, place) for name in rules if (place := ends_at(found, rules[name]["words"], end))]
        if places:
            return min(places, key=lambda named: named[1].start)
        if found[end - 1].word not in skipped:
            break
        end -= 1
    for name, rule in rules.items():
        place = starts_at(found, rule.get("after", []), amount.end)
        if place is not None:
            return name, place
    return best
