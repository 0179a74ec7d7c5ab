"""Reads pasted sub-questions, numbered 1, 2, 3a, 3b …, whatever their layout; and those that are known."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lkdash.answers.numbering import Place, Start, bulleted, pieces, starts
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.measures.words import in_language

CLOSED = tuple("?.:;!")


@dataclass(frozen=True)
class SubQuestion:
    """One sub-question: its number ('3a'), its words, and the lead-in that it shares with others ('').

    dutch: the same words in Dutch, where `text` is in another language; rules read Dutch.
    """

    number: str
    text: str
    lead: str = ""
    dutch: str = ""

    @property
    def asked(self) -> str:
        """What the rules read."""
        return self.dutch or f"{self.lead} {self.text}".strip()


def sub_questions(pasted: str) -> list[SubQuestion]:
    """The sub-questions in a text, in order; the whole text as number 1 where nothing is numbered."""
    ways = [_Reader(), _Reader(anywhere=True), _Reader(roman=True), _Reader(roman=True, anywhere=True)]
    read = [way.read(pasted) for way in ways]
    if not read[0]:
        read.append(_Reader(bare=True).read(pasted))
    whole = _joined([pasted])
    return max(read, key=len) or _bullets(pasted) or ([SubQuestion("1", whole)] if whole else [])


def _bullets(pasted: str) -> list[SubQuestion]:
    """A question a bullet, where there are several; words before them that end with ':' lead them in."""
    told = bulleted(pasted.splitlines())
    if sum(begins for begins, _ in told) < 2:
        return []
    groups: list[list[str]] = [[]]
    for begins, words in told:
        groups += [[]] if begins else []
        groups[-1].append(words)
    before, *asked = map(_joined, groups)
    lead = before if before.endswith(":") else ""
    return [SubQuestion(str(at), words, lead) for at, words in enumerate(asked, start=1)]


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


@dataclass
class _Reader:
    """Reads numbered lines, one number after the other; a number that is not next starts nothing.

    anywhere: it may begin at any number and skip some. bare: a number needs no sign. roman: I, II, III.
    """

    anywhere: bool = False
    bare: bool = False
    roman: bool = False
    place: Place = (0, 0)
    base: str = ""
    number: str = ""
    lead: str = ""
    parts: list[str] = field(default_factory=list)
    found: list[SubQuestion] = field(default_factory=list)

    def read(self, pasted: str) -> list[SubQuestion]:
        """The sub-questions that are numbered in this way."""
        for line in pasted.splitlines():
            first, *others = pieces(self._opened(line, self._begins))
            self.parts.append(first)
            for piece in others:
                words = self._opened(piece, self._begins_inside)
                self.parts.append(words)
        self._close()
        return self.found

    def _opened(self, words: str, begins: Callable[[Start], bool]) -> str:
        """What is left of the words behind the number that begins them, if one does."""
        for start in starts(words, self.base, self.place, self.roman):
            if begins(start):
                self._open(start)
                return start.rest
        return words

    def _begins(self, start: Start) -> bool:
        """Does a line begin a sub-question so? '2021) verdeeld?' in a broken line does not."""
        after, ends = start.follows(self.place), self._ends_with(*CLOSED)
        if not start.sure:
            said = self.bare or bool(start.letter) or start.rest.rstrip().endswith("?")
            return after and ends and start.capital and said
        if after:
            return ends or not start.empty
        later = start.place > self.place and start.place[0] > 0
        return self.anywhere and later and ends and (start.capital or start.empty)

    def _begins_inside(self, start: Start) -> bool:
        """Does a part of a line: '2) lead: a) X'? Not in '(see a) above)' and not in 'on 2. June'."""
        told = _joined(self.parts)
        if (
            not start.sure
            or start.empty
            or not start.follows(self.place)
            or told.count("(") > told.count(")")
        ):
            return False
        if start.letter:
            return start.capital or self._ends_with(*CLOSED, ",")
        return start.capital and self._ends_with("?", ":", ";")

    def _ends_with(self, *signs: str) -> bool:
        """Do the words so far end with one of these signs, with a blank line, or are there none?"""
        last = self.parts[-1].rstrip() if self.parts else ""
        return not last or last.endswith(signs)

    def _open(self, start: Start) -> None:
        self._close()
        if start.place[0] != self.place[0] or not start.letter:
            self.lead = ""
        elif self.found and self.found[-1].number == self.base and self.place == (start.place[0], 0):
            self.lead = self.found.pop().text  # '3. On the evaluation:' leads in 3a and 3b
        self.place, self.base, self.parts = start.place, start.base, []
        self.number = f"{start.base}{'.' if start.letter.isdigit() else ''}{start.letter}"

    def _close(self) -> None:
        words = _joined(self.parts)
        if self.number and words:
            self.found.append(SubQuestion(self.number, words, self.lead))


def known_questions(warehouse: Warehouse, lang: Lang) -> dict[str, str]:
    """The written questions that are known: name → subject."""
    rows = in_language(warehouse.query("known_questions"), lang)
    return dict(zip(rows["known"], rows["text"], strict=True))


def known_question(warehouse: Warehouse, known: str, lang: Lang) -> list[SubQuestion]:
    """The sub-questions of a known written question, in our own words; none for an unknown name."""
    rows = warehouse.query("questions", known=known).to_dict("records")
    return [SubQuestion(row["number"], row[lang], dutch=row["nl"]) for row in rows]
