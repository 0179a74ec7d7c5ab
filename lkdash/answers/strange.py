"""The words of a text that none of the known ones explains."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lkdash.answers.claims.words import folded
from lkdash.answers.groups import Words, all_occur, pattern

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Known:
    """The words that a sentence may have. names: the subject's own name, beside which any other word may
    stand, but those of others ('leerlingen', 'dubbele').
    """

    words: frozenset[Words]
    names: frozenset[Words]
    others: frozenset[Words]

    def sentences(self, asked: str) -> str:
        """The sentences of a sub-question that are of nothing else."""
        return " ".join(one for one in _SENTENCE.split(asked) if self._of_ours(one))

    def _of_ours(self, sentence: str) -> bool:
        if not strange(self.words, sentence):
            return True
        named, another = (
            any(all_occur(words, sentence) for words in listed) for listed in (self.names, self.others)
        )
        return named and not another


@lru_cache(maxsize=1024)
def strange(known: frozenset[Words], asked: str) -> tuple[str, ...]:
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
    return tuple(
        " ".join(before.group() for before in words[max(at - 2, 0) : at])
        for at, word in enumerate(words)
        if word.start() not in covered
    )


@cache
def _single(known: frozenset[Words]) -> re.Pattern[str]:
    """One pattern for all that is one word or phrase, the longest first."""
    listed = sorted({words[0] for words in known if len(words) == 1}, key=lambda word: (-len(word), word))
    return re.compile("|".join(pattern(word) for word in listed))
