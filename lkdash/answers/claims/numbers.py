"""The figures in a sentence: counts, shares and percentage points, in digits or in words, and the years."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from lkdash.answers.claims.amounts import Amount, Kind, Year
from lkdash.answers.claims.fractions import fraction
from lkdash.answers.claims.numerals import Numeral, numerals
from lkdash.answers.claims.words import Token, phrases, starts_at, vocabulary

YEARS = range(1900, 2101)


def read_numbers(found: Sequence[Token]) -> tuple[list[Amount], list[Year]]:
    """Every amount and every year, in the order of the sentence."""
    listed = numerals(found)
    years = [Year(n.start, n.end, int(n.value)) for n in listed if _is_year(n, found)]
    taken = {year.start for year in years}
    amounts = _amounts(found, [n for n in listed if n.start not in taken])
    return amounts, years


def _is_year(numeral: Numeral, found: Sequence[Token]) -> bool:
    written = found[numeral.start].written
    bare = not numeral.digits or (written.isdigit() and len(written) == 4)
    unit = _unit(found, numeral.end)
    return bare and not numeral.ordinal and numeral.value in YEARS and unit[0] == Kind.COUNT


def _amounts(found: Sequence[Token], listed: list[Numeral]) -> list[Amount]:
    amounts: list[Amount] = []
    used = 0
    begins = {n.start: n for n in listed}
    for at in range(len(found)):
        if at < used:
            continue
        amount = fraction(found, begins, at) or _number(found, begins.get(at))
        if amount is not None:
            amounts.append(amount)
            used = amount.end
        elif at in begins:
            used = begins[at].end
    counted = [amount for amount in amounts if not _no_amount(found, amount)]
    return [_with_unit(found, amount, after) for amount, after in zip_longest(counted, counted[1:])]


def _with_unit(found: Sequence[Token], amount: Amount, after: Amount | None) -> Amount:
    """'van 65 naar 58 %': the first number has the unit of the second."""
    if after is None or amount.kind != Kind.COUNT or after.kind == Kind.COUNT or amount.value > 100:
        return amount
    if [token.word for token in found[amount.end : after.start]] not in (
        ["naar"],
        ["tot"],
        ["a"],
        ["en"],
        ["en", "de"],
    ):
        return amount
    scale = 0.01 if after.kind == Kind.SHARE else 1.0
    return replace(amount, value=amount.value * scale, step=scale, kind=after.kind)


def _number(found: Sequence[Token], numeral: Numeral | None) -> Amount | None:
    if numeral is None or numeral.ordinal:
        return None
    if numeral.end == numeral.start + 1 and found[numeral.start].word in ("een", "ene"):
        return None  # an article far more often than a figure
    kind, end = _unit(found, numeral.end)
    decimals = max(0, -int(numeral.value.as_tuple().exponent))
    value, step = float(numeral.value), 10.0**-decimals
    if kind == Kind.SHARE:
        return Amount(numeral.start, end, value / 100, step / 100, kind)
    if kind == Kind.COUNT and not decimals:
        step = rounded_to(int(numeral.value)) if numeral.step is None else float(numeral.step)
    return Amount(numeral.start, end, value, step, kind)


def rounded_to(value: int) -> float:
    """The place to which a count is written: its zeros at the end, three at most, with two digits left."""
    step = 1
    while step < 1000 and value and value % (step * 10) == 0 and value // (step * 10) >= 10:
        step *= 10
    return float(step)


def _unit(found: Sequence[Token], at: int) -> tuple[Kind, int]:
    words = vocabulary()["number"]
    for kind in (Kind.POINTS, Kind.SHARE):
        place = starts_at(found, words["points" if kind == Kind.POINTS else "share"], at)
        if place is not None:
            return kind, place.end
    return Kind.COUNT, at


def _no_amount(found: Sequence[Token], amount: Amount) -> bool:
    """'twee jaar', 'vijf edities': a number that counts no cards, persons or visits."""
    if amount.kind != Kind.COUNT:
        return False
    return starts_at(found, vocabulary()["number"]["no_amount"], amount.end) is not None


def quantities(found: Sequence[Token]) -> list[Amount]:
    """Shares said in words alone: 'alle leraren', 'de meeste leraren', 'een meerderheid'."""
    return [
        Amount(place.start, place.end, entry["share"], 0, Kind.SHARE, entry["rule"])
        for entry in vocabulary()["quantity"]
        for place in phrases(found, entry["words"])
    ]
