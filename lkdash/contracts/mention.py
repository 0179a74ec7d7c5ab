"""A figure in running text: unseen signs around its words carry its id to whoever shows the sentence.

Sentences are texts that are filled and joined; the signs go through that unharmed. A page makes links of
them, anything else reads the plain words.
"""

import re
from typing import NamedTuple

_OPEN, _NAMED, _CLOSE = "\ue000\ue001\ue002"  # signs that Unicode leaves to their user
_MENTION = re.compile(f"{_OPEN}([A-Za-z0-9_-]+){_NAMED}([^{_OPEN}{_NAMED}{_CLOSE}]*){_CLOSE}")


class Mention(NamedTuple):
    """Where in plain words a figure stands, and which one."""

    start: int
    end: int
    figure_id: str


def mention(words: str, figure_id: object) -> str:
    """These words as those of a figure."""
    return f"{_OPEN}{figure_id}{_NAMED}{words}{_CLOSE}"


def plain(told: str) -> str:
    """A sentence as it is read, without signs."""
    return _MENTION.sub(r"\2", told)


def mentions(told: str) -> tuple[Mention, ...]:
    """The figures of a sentence, in order, by their place in its plain words."""
    found, signs = [], 0
    for match in _MENTION.finditer(told):
        start = match.start() - signs
        found.append(Mention(start, start + len(match[2]), match[1]))
        signs += len(match[0]) - len(match[2])
    return tuple(found)
