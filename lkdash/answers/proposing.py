"""Which rules fit each sub-question, with what it takes from its neighbours and from the text above."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkdash.answers.above import Above
from lkdash.answers.rules import Rule
from lkdash.answers.sub_question import SubQuestion
from lkdash.answers.subjects import base, referred_to


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one sub-question: the rules that fit, in order; none where nothing fits.

    above: the text above them all that gave its subject, where any rule fits because of that alone.
    """

    question: SubQuestion
    rules: tuple[Rule, ...]
    above: str = ""


@dataclass(frozen=True)
class _Read:
    """A sub-question as the rules read it. before, given: the one, or the text above, that it is of."""

    question: SubQuestion
    asked: str
    before: str
    given: str

    @property
    def above(self) -> str:
        """The text that names its subject as a heading does: its lead-in too, if that is not another's."""
        return self.given or (self.question.lead if self.asked == self.question.asked else "")


def propose(
    questions: Sequence[SubQuestion], known: Mapping[str, Rule], heading: Above | None = None
) -> list[Proposal]:
    """For each sub-question the rules that fit its words, its lead-in, and the subject that it takes.

    heading: what the text above them gives to those that neither name nor refer to a subject. A letter that
    alone fits nothing (3b) is read with the one before it (3a), where both take that subject.
    """
    heading = heading or Above()
    found: list[Proposal] = []
    last: _Read | None = None
    for one in _read(questions, known, heading):
        cut = found and not found[-1].rules and heading.is_of_one_before(one.asked)
        taken = ("", "") if cut else (one.before, one.above)  # 'daarvan' is of what nothing is proposed for
        fits = tuple(rule for rule in known.values() if rule.fits(one.asked, *taken))
        if last and not fits and _of_one_number(last, one):
            both = f"{last.asked} {one.asked}"  # 'when is the evaluation? by which criteria?'
            more = (rule for rule in known.values() if rule.fits(both, *taken))
            fits = tuple(rule for rule in more if rule not in found[-1].rules)
        found.append(Proposal(one.question, fits, _needed(one, fits)))
        last = one
    return found


def _needed(one: _Read, fits: tuple[Rule, ...]) -> str:
    """The text above that gave the subject, where any of these rules does not fit without it."""
    return one.given if any(not rule.fits(one.asked) for rule in fits) else ""


def _read(questions: Sequence[SubQuestion], known: Mapping[str, Rule], heading: Above) -> Iterator[_Read]:
    ways = [way for rule in known.values() for way in rule.ways]
    subjects = {group for way in ways for group in way if group.back}
    asked = heading.read([question.asked for question in questions])
    numbers = [question.number for question in questions]
    before = referred_to(numbers, asked, subjects, below=not heading.said)
    own = [
        bool(taken) or any(group.is_named(words) for group in subjects)
        for words, taken in zip(asked, before, strict=True)
    ]
    given = heading.given(asked, own, ways)
    return (_Read(*each) for each in zip(questions, asked, before, given, strict=True))


def _of_one_number(last: _Read, one: _Read) -> bool:
    """Are these 3a and 3b, and do both take the subject of the text above?"""
    bases = {base(last.question.number), base(one.question.number)}
    return len(bases) == 1 and "" not in bases and bool(last.given and one.given)
