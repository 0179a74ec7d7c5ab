"""How a line begins a sub-question: the numbers, letters and signs that people put before one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAD = r"[\s\-–—•·▪●*]*(?:(?P<word>(?i:(?:deel)?vraag|question))\s+)?[(\[]?"
_SIGN = r"\s*(?:°?\s*[.):/\]]\)?|°|[-–](?=\s))"
_REST = r"(?P<rest>(?:\s|(?=[A-ZÀ-Þ])|$).*)$"
_MAJOR = r"(?P<major>\d{1,2})"
_SURE = (
    rf"{_MAJOR}[\s.):/°]*(?P<letter>[a-zA-Z])\s*[.):/]",  # 3a. 3 b) 3.a)
    rf"{_MAJOR}\.(?P<letter>\d{{1,2}}){_SIGN}",  # 1.1.
    rf"{_MAJOR}{_SIGN}",  # 1. 1) (1) 1/ 1°) 1: 1 -
    r"(?P<letter>[a-zA-Z])\s*[.):]",  # a) (a)
)
_UNSURE = (rf"{_MAJOR}\s?(?P<letter>[a-z])", rf"{_MAJOR}\.(?P<letter>\d{{1,2}})", _MAJOR)  # 3a, 1.1, 1
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = (rf"(?P<roman>{'|'.join(_ROMANS)})\s*[.):/]", _SURE[-1])  # II.
_INLINE = re.compile(r"(?<=\S)\s+(?=\(?[a-z]\)\s|\d{1,2}[.)]\s)")
_BULLET = re.compile(r"\s*[-–—•·▪●*\uf0b7\uf0a7]\s+(?=\S)")
Place = tuple[int, int]  # (3, 0) is 3; (3, 1) is 3a or 3.1; (0, 1) is a


@dataclass(frozen=True)
class Start:
    """A number before words. base: 3 of 3a. letter: what follows on it.

    sure: its sign shows that it counts. rest: the words behind it.
    """

    place: Place
    base: str
    letter: str
    rest: str
    sure: bool

    @property
    def empty(self) -> bool:
        """Does the number stand alone, with its words on the next line?"""
        return not self.rest.strip()

    @property
    def capital(self) -> bool:
        """Do its words begin with a capital, quotes aside?"""
        return self.rest.lstrip(" \t\u00a0'\"‘“«")[:1].isupper()

    def follows(self, place: Place) -> bool:
        """Is it next: after 3 come 3a, 4 and 4a; after 3a come 3b, 4 and 4a; after a comes only b?"""
        major, minor = place
        after = (
            {(major, minor + 1)}
            if minor and not major
            else {(major, minor + 1), (major + 1, 0), (major + 1, 1)}
        )
        return self.place in after


def starts(line: str, base: str, place: Place, roman: bool) -> Iterator[Start]:
    """What the line can begin as, the likeliest first, where `base` and `place` were the last number."""
    forms = [(form, True) for form in (_ROMAN if roman else _SURE)]
    forms += [] if roman else [(form, False) for form in _UNSURE]
    for form, sure in forms:
        match = re.match(_LEAD + form + _REST, line, re.DOTALL)
        if match:
            yield _start(match.groupdict(), sure, base, place)


def _start(said: dict[str, str | None], sure: bool, base: str, place: Place) -> Start:
    rest, letter = str(said["rest"]), (said.get("letter") or "").casefold()
    named, roman = said.get("major") or said.get("roman") or base, said.get("roman")
    major = _ROMANS.index(roman) + 1 if roman else int(said.get("major") or place[0])
    minor = int(letter) if letter.isdigit() else ord(letter) - ord("a") + 1 if letter else 0
    return Start((major, minor), named, letter, rest, sure or bool(said["word"] and not rest.strip()))


def pieces(words: str) -> list[str]:
    """The words of a line up to each number inside it: '2) lead: a) X' has two."""
    return _INLINE.split(words)


def bulleted(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line without its bullet, and whether it had one."""
    return [
        (found is not None, line[found.end() :] if found else line)
        for line in lines
        for found in [_BULLET.match(line)]
    ]
