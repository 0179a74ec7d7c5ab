"""What a sub-question is about that does not say so itself: the one before it in the same list."""

import re
from collections.abc import Collection, Sequence

from lkdash.answers.groups import Group

_BASE = re.compile(r"[0-9]+|[A-Z]+")


def referred_to(numbers: Sequence[str], asked: Sequence[str], subjects: Collection[Group]) -> list[str]:
    """For each sub-question the words of the one whose subject it takes; '' where it takes none.

    A sub-question that names no subject takes that of the nearest one before it that does (the first, where
    none does), if it has the same number (3a and 3b) or refers back in words ('hoeveel daarvan').
    """
    naming = [any(group.is_named(words) for group in subjects) for words in asked]
    return ["" if naming[at] else _taken(numbers, asked, naming, at, subjects) for at in range(len(asked))]


def _taken(
    numbers: Sequence[str],
    asked: Sequence[str],
    naming: Sequence[bool],
    at: int,
    subjects: Collection[Group],
) -> str:
    others = [*range(at - 1, -1, -1), *range(at + 1, len(asked))]
    source = next((other for other in others if naming[other]), None)
    if source is None:
        return ""
    same = _base(numbers[source]) == _base(numbers[at])
    refers = any(group.is_referred_to(asked[at]) for group in subjects)
    return asked[source] if same or refers else ""


def _base(number: str) -> str:
    found = _BASE.match(number)
    return found.group() if found else ""
