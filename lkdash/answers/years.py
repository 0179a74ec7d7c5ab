"""The years that a sub-question asks for: named one by one, or as a range."""

import re
from collections.abc import Iterator, Sequence

from lkdash.answers.sub_question import SubQuestion

_Y = r"((?:19|20)\d\d)(?![\d.,]*\d)"
_START = r"(?<![\d.,])"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# A day is when something was asked or said, and no edition.
_DAY = re.compile(
    rf"\d{{1,2}} (?:{_MONTHS}) (?:19|20)\d\d|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d", re.IGNORECASE
)
_UP_TO = r"(?:tot en met|tot|t\.?e\.?m\.?|t\.?/?m\.?)"
_RANGES = (
    re.compile(rf"{_START}{_Y}\s*(?:[-\u2013]|{_UP_TO})\s*{_Y}", re.IGNORECASE),
    re.compile(rf"\btussen\s+{_Y}\s+en\s+{_Y}", re.IGNORECASE),
)
_FROM = re.compile(rf"\b(sinds|vanaf|na|v\u00f3\u00f3r|{_UP_TO})\s+{_Y}", re.IGNORECASE)
_ALONE = re.compile(_START + _Y)


def years(question: SubQuestion, known: Sequence[str]) -> list[str]:
    """The years that it asks for, in order; [] where it names none.

    known: the editions that there are, to which a range without an end runs ('sinds 2019').
    """
    text = _DAY.sub(" ", question.asked)
    found: set[str] = set()
    for pattern in _RANGES:
        for first, last in pattern.findall(text):
            found |= {str(year) for year in range(int(first), int(last) + 1)}
        text = pattern.sub(" ", text)
    for word, year in _FROM.findall(text):
        found |= set(_open(word.casefold(), year, known))
    found |= set(_ALONE.findall(_FROM.sub(" ", text)))
    return sorted(found)


def _open(word: str, year: str, known: Sequence[str]) -> Iterator[str]:
    """The known years on one side of a year; that side's nearest year where none is known."""
    if word in ("sinds", "vanaf"):
        nearest, there = int(year), [one for one in known if one >= year]
    elif word == "na":
        nearest, there = int(year) + 1, [one for one in known if one > year]
    elif word == "v\u00f3\u00f3r":
        nearest, there = int(year) - 1, [one for one in known if one < year]
    else:
        nearest, there = int(year), [one for one in known if one <= year]
    yield from there or [str(nearest)]
