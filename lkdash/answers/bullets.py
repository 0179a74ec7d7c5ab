"""Sub-questions that are bullets: of a whole text, or below a number."""

from lkdash.answers.numbering import bulleted, itemised
from lkdash.answers.sub_question import SubQuestion


def in_bullets(pasted: str) -> tuple[list[SubQuestion], list[str]]:
    """A question a bullet, where there are several, and the lines above; those that end with ':' lead in."""
    above, *groups = _grouped(bulleted(pasted.splitlines()))
    if len(groups) < 2:
        return [], []
    before, asked = joined(above), [joined(group) for group in groups]
    lead = before if before.endswith(":") else ""
    return [SubQuestion(str(at), words, lead) for at, words in enumerate(asked, start=1)], above


def _grouped(told: list[tuple[bool, str]]) -> list[list[str]]:
    """The lines before the first bullet, then those of each."""
    groups: list[list[str]] = [[]]
    for begins, words in told:
        groups += [[]] if begins else []
        groups[-1].append(words)
    return groups


def below(question: SubQuestion, lines: list[str], taken: set[str]) -> list[SubQuestion]:
    """A question a bullet below a number, where each is one or words with ':' lead them in; else as it is.

    taken: all the numbers; 1.1 stays that of a numbered sub-question where there is one.
    """
    before, *asked = (joined(group) for group in _grouped(itemised(lines)))
    leads = len(asked) > 1 and (not before or before.endswith(":"))
    numbers = [f"{question.number}.{at}" for at in range(1, len(asked) + 1)]
    if not asked or taken & set(numbers) or not (leads or all(one.endswith("?") for one in asked)):
        return [question]
    lead = f"{question.lead} {before}".strip() if leads else question.lead
    own = [] if leads or not before else [SubQuestion(question.number, before, question.lead)]
    return [*own, *(SubQuestion(number, one, lead) for number, one in zip(numbers, asked, strict=True))]


def joined(parts: list[str]) -> str:
    """Lines as one, with one space between words."""
    return " ".join(" ".join(parts).split())
