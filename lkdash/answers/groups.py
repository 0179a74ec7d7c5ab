"""Groups of words as a rule writes them, and whether they occur in a sub-question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from lkdash.answers.claims.words import folded

Words = tuple[str, ...]
BACK = "back"
_folded = lru_cache(maxsize=1024)(folded)  # each word of each rule looks at the same few texts


@dataclass(frozen=True)
class Lists:
    """Words by the name that stands for them: '#card' for those of a list, '@measure' for its keywords."""

    named: Mapping[str, str]
    keywords: Mapping[str, tuple[Words, ...]]

    def alternatives(self, written: str) -> tuple[Words, ...]:
        """What 'hoeveel|#staff|@cards_made|nam+toe' stands for; KeyError for an unknown list or measure."""
        return tuple(words for word in written.split("|") for words in self._of(word))

    def _of(self, word: str) -> tuple[Words, ...]:
        if word.startswith("@"):
            return self.keywords.get(word[1:], ())
        if word.startswith("#"):
            return self.alternatives(self.named[word[1:]])
        return (tuple(word.split("+")),)


@dataclass(frozen=True)
class Group:
    """Alternatives, each the words that it needs. wanted: must one of them occur, or may none?

    asides: phrases that are left out first ('in kaart' is no card). back: the words by which a sub-question
    refers to another, for a group whose own words may stand there. heading: more that names its subject in
    the text above all sub-questions, and there alone.
    """

    alternatives: tuple[Words, ...]
    wanted: bool = True
    asides: Words = ()
    back: tuple[Words, ...] = ()
    heading: tuple[Words, ...] = ()

    def fits(self, asked: str, before: str = "", above: str = "") -> bool:
        """Does one of the alternatives occur, or none, as wanted?

        before: the sub-question referred to. above: the text above all, where that gives the subject.
        """
        there = any(self._occurs(text) for text in ((asked, before) if self.back else (asked,)))
        if self.back and above:
            there = there or self._occurs(above, self.heading)
        return there is self.wanted

    def _occurs(self, asked: str, more: tuple[Words, ...] = ()) -> bool:
        for aside in self.asides:
            asked = re.sub(pattern(aside), " ", folded(asked))
        return any(all_occur(words, asked) for words in (*self.alternatives, *more))

    def is_named(self, asked: str) -> bool:
        """Does a sub-question name what this group is about, in its own words?"""
        return self._occurs(asked)

    def stands_above(self, text: str) -> bool:
        """Does the text above all sub-questions fit, where the words with '=' count too?"""
        return self._occurs(text, self.heading) is self.wanted

    def is_referred_to(self, asked: str) -> bool:
        """Does a sub-question refer back, so that its subject may stand in an earlier one?"""
        return any(all_occur(words, asked) for words in self.back)


def fit(ways: Iterable[tuple[Group, ...]], asked: str, before: str = "", above: str = "") -> bool:
    """Do all the groups of one of these ways fit?"""
    return any(all(group.fits(asked, before, above) for group in way) for way in ways)


def wanted(way: Iterable[Group]) -> frozenset[Words]:
    """All that may occur where these groups fit."""
    groups = [group for group in way if group.wanted]
    return frozenset(words for group in groups for words in (*group.alternatives, *group.back))


def ways(written: str, lists: Lists) -> tuple[tuple[Group, ...], ...]:
    """The ways to fit: '#card & hoeveel ; #site'."""
    return tuple(way(one, lists) for one in written.split(" ; "))


def way(written: str, lists: Lists) -> tuple[Group, ...]:
    """The groups of one way to fit: '~#card & hoeveel & !gebruikt'."""
    return tuple(_group(group, lists) for group in written.split(" & "))


def _group(written: str, lists: Lists) -> Group:
    """A group; '!' before it: none may occur; '~': it may be named in an earlier sub-question."""
    found = lists.alternatives(written.lstrip("!~"))
    asides = tuple(" ".join(words)[1:] for words in found if words[0].startswith("-"))
    heading = tuple((words[0][1:], *words[1:]) for words in found if words[0].startswith("="))
    named = tuple(words for words in found if words[0][0] not in "-=")
    back = lists.alternatives(f"#{BACK}") if written.startswith("~") else ()
    return Group(named, not written.startswith("!"), asides, back, heading)


def all_occur(words: Words, asked: str) -> bool:
    """Does each of these words occur, in any place?"""
    return all(occurs(word, asked) for word in words)


def occurs(word: str, asked: str) -> bool:
    """Does a word or phrase occur, capitals and accents aside? '*' is part of a word, '^word' comes first."""
    return _compiled(word).search(_folded(asked)) is not None


@cache
def _compiled(word: str) -> re.Pattern[str]:
    return re.compile(pattern(word))  # there are more than re itself remembers


def pattern(word: str) -> str:
    """A word as the rules write it, as a regular expression for folded text."""
    begins = r"\A\W*" if word.startswith("^") else r"(?<!\w)\w*" if word.startswith("*") else r"(?<!\w)"
    ending = r"\w*" if word.endswith("*") else ""
    return rf"{begins}{re.escape(folded(word.lstrip('^*').rstrip('*')))}{ending}(?!\w)"
