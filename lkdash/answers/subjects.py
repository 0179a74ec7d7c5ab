"""What a sub-question is about that does not say so itself: the one before it in the same list."""

import re
from collections.abc import Collection, Sequence

from lkdash.answers.groups import Group
from lkdash.answers.sub_question import SubQuestion

_BASE = re.compile(r"[0-9]+|[A-Z]+")


def referred_to(questions: Sequence[SubQuestion], subjects: Collection[Group]) -> list[str]:
    """For each sub-question the words of the one whose subject it takes; '' where it takes none.

    A sub-question that names no subject takes that of the nearest one before it that does (the first, where
    none does), if it has the same number (3a and 3b) or refers back in words ('hoeveel daarvan').
    """
    naming = [any(group.is_named(question.asked) for group in subjects) for question in questions]
    return ["" if naming[at] else _taken(questions, naming, at, subjects) for at in range(len(questions))]


def _taken(
    questions: Sequence[SubQuestion], naming: Sequence[bool], at: int, subjects: Collection[Group]
) -> str:
    others = [*range(at - 1, -1, -1), *range(at + 1, len(questions))]
    source = next((questions[other] for other in others if naming[other]), None)
    if source is None:
        return ""
    same = _base(source) == _base(questions[at])
    refers = any(group.is_referred_to(questions[at].asked) for group in subjects)
    return source.asked if same or refers else ""


def _base(question: SubQuestion) -> str:
    found = _BASE.match(question.number)
    return found.group() if found else ""
