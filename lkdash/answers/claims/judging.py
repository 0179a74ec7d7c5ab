"""Whether a claim is true of figures: what is published, and where the truth may lie from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.ranges import Range
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Bias, Status, Unit
from lkdash.formats import is_missing
from lkdash.stories.figures import Row


class Outcome(StrEnum):
    """What can be said of a claim."""

    HOLDS = "holds"
    IN_PART = "holds-in-part"
    NOT = "does-not-hold"
    UNTOLD = "cannot-tell"


@dataclass(frozen=True)
class Judged:
    """The outcome for one edition, and the reason where nobody can tell."""

    edition: str
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True)
class Value:
    """A published value, and the range in which the truth lies as far as its status and bias say."""

    published: float
    truth: Range
    firm: bool

    def minus(self, other: "Value") -> "Value":
        """The difference of two figures."""
        low, high = self.truth.low - other.truth.high, self.truth.high - other.truth.low
        firm = self.firm and other.firm
        return Value(self.published - other.published, Range(low, high), firm)

    def growth(self, before: "Value") -> "Value":
        """The change as a part of the earlier figure; the earlier one is not 0."""
        low = self.truth.low / before.truth.high - 1
        high = self.truth.high / before.truth.low - 1 if before.truth.low else inf
        firm = self.firm and before.firm
        return Value(self.published / before.published - 1, Range(low, high), firm)

    def times(self, factor: float) -> "Value":
        """The same in another unit."""
        span = Range(self.truth.low * factor, self.truth.high * factor)
        return Value(self.published * factor, span, self.firm)


def value_of(row: Row, series: Sequence[Row]) -> Value:
    """A figure (with a value) among those of its measure.

    A bias carries the truth at most as far as the firm figures of the measure go; without any, without limit.
    """
    published, status = float(str(row["value"])), Status(str(row["status"]))
    if status == Status.APPROXIMATE:
        margin = vocabulary()["approximate"][Kind.SHARE if row["unit"] == Unit.SHARE else Kind.COUNT]
        scale = 0.01 if row["unit"] == Unit.SHARE else published
        span = Range(published - margin["below"] * scale, published + margin["above"] * scale)
        return Value(published, span, False)
    firm = [
        float(str(r["value"])) for r in series if r["status"] == Status.FINAL and not is_missing(r["value"])
    ]
    low = high = published
    if row["bias"] in (Bias.PROBABLY_HIGHER, Bias.UNCLEAR):
        high = max(published, *firm) if firm else inf
    if row["bias"] in (Bias.PROBABLY_LOWER, Bias.UNCLEAR):
        low = min(published, *firm) if firm else 0.0
    return Value(published, Range(low, high), status == Status.FINAL)


def judge(edition: str, value: Value, allowed: Range, exact: bool = False, concludes: bool = False) -> Judged:
    """Does the claim hold for this figure?

    A claim with limits on both sides repeats the published figure: it holds with its status. A claim with
    one limit holds only if the truth, wherever it may lie, keeps to it; so does one that concludes something
    of the figure all the same: a range, or a change that is computed.
    """
    repeats = allowed.two_sided and not (exact or concludes)
    if allowed.has(value.published) and (value.firm or repeats):
        return Judged(edition, Outcome.HOLDS)
    if allowed.covers(value.truth) and not (exact and not value.firm):
        return Judged(edition, Outcome.HOLDS)
    if not allowed.meets(value.truth):
        return Judged(edition, Outcome.NOT)
    return Judged(edition, Outcome.UNTOLD, "leaning" if value.truth.low < value.truth.high else "estimate")


def both(one: Judged, other: Judged) -> Judged:
    """Two claims on one edition: refuted where one is, else untold where one is."""
    order = (Outcome.HOLDS, Outcome.UNTOLD, Outcome.NOT)
    return max(one, other, key=lambda judged: order.index(judged.outcome))


def together(judged: Sequence[Judged]) -> Outcome:
    """The outcome over all editions looked at; Untold where there is none or each is untold."""
    outcomes = [one.outcome for one in judged]
    if Outcome.HOLDS in outcomes:
        return Outcome.HOLDS if set(outcomes) == {Outcome.HOLDS} else Outcome.IN_PART
    return Outcome.NOT if Outcome.NOT in outcomes else Outcome.UNTOLD
