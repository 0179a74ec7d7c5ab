"""The words of a sentence, and the Dutch words (words.toml) that it is read by."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[.\u00a0\u202f ][0-9]{3})+(?![0-9])(?:,[0-9]+)?"  # 138.365 and 138 000
    r"|[0-9]+,[0-9]+|[0-9]+\.[0-9]{1,2}(?![0-9])|[0-9]+"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)


@dataclass(frozen=True)
class Token:
    """One word, number or sign: as written, and folded (small letters without accents) to compare."""

    written: str
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    """Words of a list that stand in a sentence, as tokens from `start` up to `end`."""

    start: int
    end: int


@cache
def vocabulary() -> dict[str, Any]:
    """The content of words.toml."""
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return tomllib.load(file)


def tokens(sentence: str) -> list[Token]:
    """The tokens of a sentence; a Belgian number is one token, also with spaces between its thousands."""
    return [Token(m.group(), folded(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]


def folded(written: str) -> str:
    """Small letters without accents, straight quotes."""
    parts = unicodedata.normalize("NFKD", written.lower())
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")


def phrases(found: Sequence[Token], listed: Iterable[str]) -> Iterator[Found]:
    """Where one of these phrases stands, word after word; the longest first."""
    for phrase in sorted(listed, key=lambda words: -len(words.split())):
        parts = phrase.split()
        for at in range(len(found) - len(parts) + 1):
            if all(_fits(found[at + n].word, part) for n, part in enumerate(parts)):
                yield Found(at, at + len(parts))


def ends_at(found: Sequence[Token], listed: Iterable[str], end: int) -> Found | None:
    """The longest of these phrases whose last word comes just before token `end`."""
    return next((place for place in phrases(found[:end], listed) if place.end == end), None)


def starts_at(found: Sequence[Token], listed: Iterable[str], start: int) -> Found | None:
    """The longest of these phrases that begins at token `start`."""
    return next((place for place in phrases(found, listed) if place.start == start), None)


def scattered(found: Sequence[Token], phrase: str) -> set[int]:
    """The tokens that match the words of a phrase, in any order and place; empty unless each is there."""
    places = [{at for at, token in enumerate(found) if _fits(token.word, part)} for part in phrase.split()]
    return set().union(*places) if all(places) else set()


@cache
def _listed(part: str) -> str:
    """A word of the lists as it is compared; there are few, and each is asked for often."""
    return folded(part)


def _fits(word: str, part: str) -> bool:
    part = _listed(part)
    if part.startswith("*"):
        return word.endswith(part[1:])
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
