"""How a line begins a sub-question: the numbers, letters and signs that people put before one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAD = r"[\s\-–—•·▪●*]*(?:(?P<word>(?i:(?:deel)?vraag|question))\s+)?[(\[]?"
_SIGN = r"\s*(?:°?\s*[.):/\]]\)?|°|[-–](?=\s))"
_REST = r"(?P<rest>(?:\s|(?=[A-ZÀ-Þ])|$).*)$"
_MAJOR = r"(?P<major>\d{1,2})"
_SMALL = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SMALL_SIGN = rf"(?P<small>{'|'.join(_SMALL)})\s*[.):/]"
_SURE = (
    rf"{_MAJOR}[\s.):/°]*(?P<letter>[a-zA-Z])\s*[.):/]",  # 3a. 3 b) 3.a)
    rf"{_MAJOR}[\s.):/°]*{_SMALL_SIGN}",  # 3) i.
    rf"{_MAJOR}\.(?P<letter>\d{{1,2}}){_SIGN}",  # 1.1.
    rf"{_MAJOR}{_SIGN}",  # 1. 1) (1) 1/ 1°) 1: 1 -
    _SMALL_SIGN,  # ii.
    r"(?P<letter>[a-zA-Z])\s*[.):/]",  # a) (a) a/
)
_UNSURE = (rf"{_MAJOR}\s?(?P<letter>[a-z])", rf"{_MAJOR}\.(?P<letter>\d{{1,2}})", _MAJOR)  # 3a, 1.1, 1
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = (rf"(?P<roman>{'|'.join(_ROMANS)})\s*[.):/]", _SURE[-1])  # II.
_BELOW = rf"(?P<letter>\d{{1,2}}){_SIGN}"  # 1° and 1. below II.
_INLINE = re.compile(
    rf"(?<=\S)\s+(?=\(?[a-z][)/]\s|\d{{1,2}}(?:[.)]|°[.)]?)\s|\(?(?:{'|'.join(_SMALL)})[.)]\s)"
)
_BULLET = re.compile(r"\s*[-–—•·▪●*\uf0b7\uf0a7]\s+(?=\S)")
_OUTER = re.compile(r"(?P<indent>[ \t]*)(?P<number>\d{1,2}|[a-zA-Z]|[IVXivx]+)[.)]\s")
_ITEM = re.compile(rf"\s*\(?(?:\d{{1,2}}|[a-z]|{'|'.join(_SMALL)})(?:°[.)]?|[.)/])\s+(?=[A-ZÀ-Þ])")
CLOSED = tuple("?.:;!")  # the signs after which a number may begin a line
Place = tuple[int, int]  # (3, 0) is 3; (3, 1) is 3a or 3.1; (0, 1) is a


@dataclass(frozen=True)
class Start:
    """A number before words. base: 3 of 3a. letter: what follows on it.

    sure: its sign shows that it counts. rest: the words behind it. small: is the letter one of i, ii, iii?
    """

    place: Place
    base: str
    letter: str
    rest: str
    sure: bool
    small: bool = False

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


def starts(line: str, base: str, place: Place, roman: bool, small: bool) -> Iterator[Start]:
    """What the line can begin as, the likeliest first, where `base`, `place`, `small` were the last number.

    After 1i comes 1ii and after 1a comes 1b: one list has letters or small roman numbers.
    """
    below = (_BELOW,) if place[0] else ()
    forms = [(form, True) for form in ((*_ROMAN, *below) if roman else _SURE)]
    forms += [] if roman else [(form, False) for form in _UNSURE]
    for form, sure in forms:
        match = re.match(_LEAD + form + _REST, line, re.DOTALL)
        start = _start(match.groupdict(), sure, base, place) if match else None
        if start and (not place[1] or start.place[0] != place[0] or not start.letter or start.small == small):
            yield start


def _start(said: dict[str, str | None], sure: bool, base: str, place: Place) -> Start:
    small = said.get("small") or ""
    rest, letter = str(said["rest"]), small or (said.get("letter") or "").casefold()
    named, roman = said.get("major") or said.get("roman") or base, said.get("roman")
    major = _ROMANS.index(roman) + 1 if roman else int(said.get("major") or place[0])
    minor = _SMALL.index(small) + 1 if small else _counted(letter)
    shown = sure or bool(said["word"] and not rest.strip())
    return Start((major, minor), named, letter, rest, shown, bool(small))


def _counted(letter: str) -> int:
    """Which one a letter or a second number is: 2 for 'b' and for '2'; 0 for none."""
    return int(letter) if letter.isdigit() else ord(letter) - ord("a") + 1 if letter else 0


def pieces(words: str) -> list[str]:
    """The words of a line up to each number inside it: '2) lead: a) X' has two."""
    return _INLINE.split(words)


def indented(lines: list[str]) -> list[bool]:
    """Which lines begin anew at 1, further in than the number above: a list of its own below that one."""
    deeper, outer, at = [], -1, 0
    for line in lines:
        found = _OUTER.match(line)
        width = len(found["indent"].expandtabs()) if found else 0
        inner = found is not None and -1 < outer < width and found["number"] == str(at + 1)
        deeper.append(inner)
        if inner:
            at += 1
        elif found:
            outer, at = width if found["number"].isdigit() else -1, 0
    return deeper


def bulleted(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line without its bullet, and whether it had one."""
    return [_without(_BULLET, line) for line in lines]


def itemised(lines: list[str]) -> list[tuple[bool, str]]:
    """The same, where a number that starts no sub-question counts as a bullet: a third level, a list anew."""
    told: list[tuple[bool, str]] = []
    for line in lines:
        before = told[-1][1].rstrip() if told else ""
        numbered = _without(_ITEM, line) if not before or before.endswith(CLOSED) else (False, line)
        told.append(numbered if numbered[0] else _without(_BULLET, line))
    return told


def _without(sign: re.Pattern[str], line: str) -> tuple[bool, str]:
    found = sign.match(line)
    return found is not None, line[found.end() :] if found else line
