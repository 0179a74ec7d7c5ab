"""What the text above the first sub-question gives to those that do not say what they are about."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from lkdash.answers.claims.words import folded
from lkdash.answers.groups import Group, Words, all_occur, fit, pattern

Ways = tuple[tuple[Group, ...], ...]
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Above:
    """The text above the first sub-question, where it names one subject; '' where it gives none.

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

    def given(
        self, asked: Sequence[str], own: Sequence[bool], ways: Collection[tuple[Group, ...]]
    ) -> list[str]:
        """For each sub-question the text that gives its subject; '' where it has its own, or takes none.

        own: does it name a subject, or take it from a neighbour? Below one that counts something else none
        takes it, up to the next with a subject of its own.
        """
        known = self.plain.union(*(_wanted(way) for way in ways if any(self._names(group) for group in way)))
        given, reaches, clear = [], bool(self.text), True
        for words, has in zip(asked, own, strict=True):
            open_ = reaches and not has
            strange = _strange(known, words) if open_ else []
            fits = fit(self.below, words)
            takes = open_ and fits and not strange and (clear or fit(self.after, words))
            given.append(self.text if takes else "")
            counted = any(_some_in(self.counting, before) for before in strange)
            reaches = bool(self.text) and (has or (reaches and fits and not counted))
            clear = has or takes
        return given

    def _names(self, group: Group) -> bool:
        return bool(group.back) and group.fits("", above=self.text)


def _wanted(way: tuple[Group, ...]) -> frozenset[Words]:
    return frozenset(chain.from_iterable((*group.alternatives, *group.back) for group in way if group.wanted))


def _strange(known: frozenset[Words], asked: str) -> list[str]:
    """The two words before each word of a sub-question that is none of these."""
    told = folded(asked)
    spans = [found.span() for found in _single(known).finditer(told)]
    spans += [
        found.span()
        for words in known
        if len(words) > 1 and all_occur(words, told)
        for word in words
        for found in re.finditer(pattern(word), told)
    ]
    covered = {at for start, end in spans for at in range(start, end)}
    words = list(_WORD.finditer(told))
    return [
        " ".join(before.group() for before in words[max(at - 2, 0) : at])
        for at, word in enumerate(words)
        if word.start() not in covered
    ]


def _some_in(listed: frozenset[Words], told: str) -> bool:
    return any(all_occur(words, told) for words in listed)


@cache
def _single(known: frozenset[Words]) -> re.Pattern[str]:
    """One pattern for all that is one word or phrase, the longest first."""
    listed = sorted({words[0] for words in known if len(words) == 1}, key=lambda word: (-len(word), word))
    return re.compile("|".join(pattern(word) for word in listed))
