"""What the text above the first sub-question gives to those that do not say what they are about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lkdash.answers.groups import Group, Words, all_occur, fit, wanted
from lkdash.answers.naming import Subject
from lkdash.answers.strange import strange

Ways = tuple[tuple[Group, ...], ...]


@dataclass(frozen=True)
class Above:
    """What stands above the first sub-question. text: all of it, where it names one subject; '' where none.

    said: all of it, '' where that says no more than plain words do. subjects: whose a general word is.
    below: a sub-question takes that subject where it fits one of these ways, and where each of its words is
    one of `plain` or of the rules on that subject: any other may be of another matter. after: below one of
    another matter it fits one of these too ('daarvan' is of that matter). counting: the words ('hoeveel')
    before what is counted.
    """

    text: str = ""
    below: Ways = ()
    after: Ways = ()
    plain: frozenset[Words] = frozenset()
    counting: frozenset[Words] = frozenset()
    said: str = ""
    subjects: tuple[Subject, ...] = ()

    def read(self, asked: Sequence[str]) -> list[str]:
        """The sub-questions, in which a general word ('kaart') that is not of our subject is another's."""
        for subject in self.subjects:
            asked = list(subject.read(self.said, asked))
        return list(asked)

    def is_of_one_before(self, asked: str) -> bool:
        """Is a sub-question of the one just before ('hoeveel daarvan')?"""
        return bool(self.after) and not fit(self.after, asked)

    def given(
        self, asked: Sequence[str], own: Sequence[bool], ways: Collection[tuple[Group, ...]]
    ) -> list[str]:
        """For each sub-question the text that gives its subject; '' where it has its own, or takes none.

        own: does it name a subject, or take it from a neighbour? Below one that counts something else none
        takes it, up to the next with a subject of its own.
        """
        known = self.plain.union(*(wanted(way) for way in ways if any(self._names(group) for group in way)))
        given, reaches, clear = [], bool(self.text), True
        for words, has in zip(asked, own, strict=True):
            open_ = reaches and not has
            unknown = strange(known, words) if open_ else ()
            fits = fit(self.below, words)
            takes = open_ and fits and not unknown and (clear or fit(self.after, words))
            given.append(self.text if takes else "")
            counted = any(_some_in(self.counting, before) for before in unknown)
            reaches = bool(self.text) and (has or (reaches and fits and not counted))
            clear = has or takes
        return given

    def _names(self, group: Group) -> bool:
        return bool(group.back) and group.fits("", above=self.text)


def _some_in(listed: frozenset[Words], told: str) -> bool:
    return any(all_occur(words, told) for words in listed)
