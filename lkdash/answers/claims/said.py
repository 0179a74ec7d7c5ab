"""A change that a source tells in words, without a figure: which way it went, from which year, how much."""

from collections.abc import Sequence
from math import inf, nan

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.judging import Value, value_of
from lkdash.answers.claims.ranges import Range
from lkdash.contracts import Direction, PeriodKind
from lkdash.formats import is_missing
from lkdash.stories.figures import Row


def statement(rows: Sequence[Row], one: str, other: str) -> Row | None:
    """The row that says which way it went between two editions, either first; None without one."""
    ends = {one, other}
    return next((row for row in _saying(rows) if {row["period"], row["since"]} == ends), None)


def told_editions(rows: Sequence[Row]) -> set[str]:
    """Every edition that a statement is on or starts from."""
    return {str(row[name]) for row in _saying(rows) for name in ("since", "period")}


def said_change(row: Row, rows: Sequence[Row], now: str, kind: Kind) -> Value:
    """Where the change to edition `now` lies: one at least, a fall by at most what there is every year."""
    counted = [one for one in rows if not is_missing(one["value"])]
    every = [one for one in counted if one["period_kind"] == PeriodKind.EVERY_YEAR]
    most = max((value_of(one, rows).truth.high for one in every), default=inf)
    least, all_ = (1 / most, 1.0) if kind == Kind.SHARE else (1.0, most)
    up = (row["direction"] == Direction.UP) == (row["period"] == now)
    return Value(nan, Range(least, inf) if up else Range(-all_, -least), firm=False)


def _saying(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not is_missing(row.get("direction"))]
