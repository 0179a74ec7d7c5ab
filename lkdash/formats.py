"""Numbers, dates and marks as a Belgian reader writes them (Babel); nothing else formats a figure."""

import math
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from lkdash.contracts import MARKS, Lang, Status, Unit

LOCALES: dict[Lang, Locale] = {"nl": Locale.parse("nl_BE"), "en": Locale.parse("en_BE")}
MARKED = 9  # parts of an axis that each have room for the name of a month on a phone
MARKED_DAYS = 5  # the same for a day with its month
FEW = timedelta(days=100)
_DATE = re.compile(r"\d{1,2} [A-Za-z]+ \d{4}")
_SUFFIX: dict[Unit, str] = {Unit.SHARE: " %", Unit.EURO: " EUR"}


def number(value: float, unit: str, *, lang: Lang, decimals: int = 0, signed: bool = False) -> str:
    """A value in its unit: 138.365, 58,3 %, −0,15. Shares (0 to 1) become percentages."""
    scaled = value * 100 if unit == Unit.SHARE else value
    plain = format_decimal(abs(scaled), format=_pattern(decimals), locale=LOCALES[lang], group_separator=True)
    return _sign(scaled, decimals, signed) + plain + _SUFFIX.get(Unit(unit), "")


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def _sign(value: float, decimals: int, signed: bool) -> str:
    rounded = round(value, decimals)
    if rounded < 0:
        return "\u2212"
    return "+" if signed and rounded > 0 else ""


def unbroken(words: str) -> str:
    """The same words, where no line breaks between a number and its percent sign or mark, or within 'n = 7'.

    A date that stands alone keeps its day and month together.
    """
    if _DATE.fullmatch(words):
        return words.replace(" ", "\u00a0", 1)
    brief = len(words) <= 16  # the mark of more than these may stand on the next line, where it is a word
    marks = [mark for mark in MARKS.values() if brief or len(mark) == 3]
    for tail in ("%", "EUR", *marks, "procentpunt", "percentage points"):
        words = words.replace(f" {tail}", f"\u00a0{tail}")
    return words.replace("(n = ", "(n\u00a0=\u00a0")


def marked(text: str, status: str) -> str:
    """A formatted value with the mark of its status behind it: '125.529 [e]'."""
    mark = MARKS.get(Status(status))
    return f"{text} {mark}" if mark else text


def is_missing(value: object) -> bool:
    """True for None and NaN, the two ways in which a table says that there is no value."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def is_whole(value: float) -> bool:
    """True for a whole number, and for a sum of parts that misses one by less than any part can be."""
    return abs(value - round(value)) < 1e-6


def months(first: date, last: date, *, lang: Lang) -> dict[date, str]:
    """The first of each month from one day to another with its short name; the first also with its year."""
    count = 12 * (last.year - first.year) + last.month - first.month
    starts = [date(first.year + (first.month + n) // 12, (first.month + n) % 12 + 1, 1) for n in range(count)]
    return {start: format_date(start, "MMM", locale=LOCALES[lang]) for start in starts}


def date_marks(days: Iterable[date], *, lang: Lang) -> dict[date, str]:
    """Marks along an axis of these days, each with its short name, no two too close.

    The firsts of months; of these days themselves where they hold no three of those and are no years apart.
    """
    held = sorted(set(days))
    months = month_marks(held, lang=lang)
    if len(months) > 2 or held[-1] - held[0] > FEW:
        return months
    return _named(held, (held[-1] - held[0]) / MARKED_DAYS, "d MMM", lang)


def _named(days: list[date], room: timedelta, pattern: str, lang: Lang) -> dict[date, str]:
    """The days that are at least so far apart, each with its name; the year below where it is another."""
    shown = days[:1]
    for when in days:
        if when - shown[-1] >= max(room, timedelta(days=1)):
            shown.append(when)
    years = [0, *(when.year for when in shown)]
    return {
        when: format_date(when, pattern if when.year == before else f"{pattern}'<br>'y", locale=LOCALES[lang])
        for when, before in zip(shown, years, strict=False)
    }


def month_marks(days: Iterable[date], *, lang: Lang) -> dict[date, str]:
    """The firsts of months with these days for along an axis, each with its short name, no two too close.

    The year stands below the first and wherever it is another. The month in which the days begin has a mark
    only where it is the only one, on the first day.
    """
    held = sorted(set(days))
    begins = sorted({when.replace(day=1) for when in held} - {held[0].replace(day=1)}) or held[:1]
    return _named(begins, (held[-1] - held[0]) / MARKED, "MMM", lang)


def month_name(month: str, *, lang: Lang) -> str:
    """A month (2019-05) in words: mei 2019."""
    return str(format_date(date.fromisoformat(f"{month}-01"), "MMMM y", locale=LOCALES[lang]))


def day(value: date | str, *, lang: Lang) -> str:
    """A date in words: 23 november 2026; an incomplete one (2020-11, 2020) as far as it goes."""
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale=LOCALES[lang])
    parts = [int(part) for part in value.split("-")]
    pattern = {1: "y", 2: "MMMM y", 3: "d MMMM y"}[len(parts)]
    year, month, dated = [*parts, 1, 1][:3]
    filled = date(year, month, dated)
    return format_date(filled, pattern, locale=LOCALES[lang])
