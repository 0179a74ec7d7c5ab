"""What a sub-question is about that does not say so itself: the one before it in the same list."""

import re
from collections.abc import Collection, Sequence

from lkdash.answers.groups import Group

_BASE = re.compile(r"[0-9]+|[A-Z]+")


def referred_to(
    numbers: Sequence[str], asked: Sequence[str], subjects: Collection[Group], below: bool = True
) -> list[str]:
    """For each sub-question the words of the one whose subject it takes; '' where it takes none.

    A sub-question that names no subject takes that of the nearest one before it that does (where none does
    and `below`: of the first after it), if it has the same number (3a and 3b) or refers back in words
    ('hoeveel daarvan').
    """
    naming = [any(group.is_named(words) for group in subjects) for words in asked]
    taken = []
    for at, words in enumerate(asked):
        others = [*range(at - 1, -1, -1), *(range(at + 1, len(asked)) if below else ())]
        source = next((other for other in (at, *others) if naming[other]), at)
        same = base(numbers[source]) == base(numbers[at])
        refers = any(group.is_referred_to(words) for group in subjects)
        taken.append(asked[source] if source != at and (same or refers) else "")
    return taken


def base(number: str) -> str:
    """3 of 3a and of 3.1, II of II.1; '' for a letter alone."""
    found = _BASE.match(number)
    return found.group() if found else ""
