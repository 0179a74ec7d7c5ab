"""Whose card or campaign a general word means, where a text above says what the sub-questions are about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkdash.answers.claims.words import folded
from lkdash.answers.groups import Group, Words, pattern

ANOTHER = "andere"  # before a general word: 'anderekaart' is in no list


@dataclass(frozen=True)
class Subject:
    """The card or the campaign. general: all its words; names: its own alone; others: the names of others."""

    general: Group
    names: Group
    others: Group

    @property
    def words(self) -> set[Words]:
        """Its general words: those that may be of another."""
        return set(self.general.alternatives) - set(self.names.alternatives)

    def read(self, above: str, asked: Sequence[str]) -> Iterator[str]:
        """The sub-questions, in which each general word that is not of this subject is another's.

        It is where the nearest name before it is (in its own sub-question, in one before, in the text above),
        and where there is none and no text above.
        """
        another = self.others.stands_above(above)
        ours = not above or (self.names.stands_above(above) and not another)
        closed = not ours and (another or self.general.stands_above(above))
        for words in asked:
            if self.others.is_named(words):
                ours = False
            elif self.names.is_named(words):
                ours = not closed
            yield words if ours else self._of_another(words)

    def _of_another(self, words: str) -> str:
        told = folded(words)
        for general in sorted(self.words):
            told = re.sub(pattern(" ".join(general)), lambda found: f"{ANOTHER}{found.group()}", told)
        return words if told == folded(words) else told
