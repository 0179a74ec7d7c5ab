"""What the made-up exports share: their word, the campaign's days, how busy each was, Belgian numbers."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from babel.numbers import format_decimal

WORD = "[voorbeeld]"
FIRST, LAST = date(2019, 4, 23), date(2019, 10, 5)  # the campaign's days: its actions stand beside them


def busy_days() -> Iterator[tuple[date, float]]:
    """Each day of the campaign and how busy it is: a peak at the launch and at its end."""
    for at in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=at)
        busy = 0.35 + 1.4 * max(0, 1 - at / 25) + 0.9 * max(0, 1 - (LAST - day).days / 12)
        yield day, busy * (0.7 if day.weekday() > 4 else 1)


def part_of(whole: int, rate: float, chance: Random) -> int:
    """About this part of a whole number."""
    return int(whole * rate * chance.uniform(0.75, 1.25) + chance.random())


def belgian(number: float) -> str:
    """1.234 for a count, 1.234,50 for an amount."""
    pattern = "#,##0" if isinstance(number, int) else "#,##0.00"
    return str(format_decimal(number, format=pattern, locale="nl_BE"))


def title_lines(name: str) -> str:
    """The lines above a Google report."""
    return f"{WORD} {name}\n{FIRST.isoformat()} - {LAST.isoformat()}\n"


def as_csv(rows: Iterable[list[str]], delimiter: str = ",") -> str:
    """Rows as a platform writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()
