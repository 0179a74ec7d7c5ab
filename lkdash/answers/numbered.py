"""Reads the numbered sub-questions of a text, line by line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lkdash.answers.bullets import below, joined
from lkdash.answers.numbering import CLOSED, Place, Start, indented, pieces, starts
from lkdash.answers.sub_question import SubQuestion


@dataclass
class Reader:
    """Reads numbered lines, one number after the other; a number that is not next starts nothing.

    anywhere: it may begin at any number and skip some. bare: a number needs no sign. roman: I, II, III.
    small: was the last letter one of i, ii, iii? before: the lines above the first number.
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
    lines: dict[str, list[str]] = field(default_factory=dict)
    small: bool = False
    before: list[str] = field(default_factory=list)

    def read(self, pasted: str) -> list[SubQuestion]:
        """The sub-questions that are numbered in this way."""
        lines = pasted.splitlines()
        for line, inner in zip(lines, indented(lines), strict=True):
            if inner and self.number:
                self.parts.append(line)  # a list of its own below this number
                continue
            first, *others = pieces(self._opened(line, self._begins))
            self.parts.append(first)
            for piece in others:
                words = self._opened(piece, self._begins_inside)
                self.parts.append(words)
        self._close()
        numbers = {question.number for question in self.found}
        split = (below(question, self.lines[question.number], numbers) for question in self.found)
        return [part for parts in split for part in parts]

    def _opened(self, words: str, begins: Callable[[Start], bool]) -> str:
        """What is left of the words behind the number that begins them, if one does."""
        for start in starts(words, self.base, self.place, self.roman, self.small):
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
        told = joined(self.parts)
        if (
            not start.sure
            or start.empty
            or not start.follows(self.place)
            or told.count("(") > told.count(")")
        ):
            return False
        if start.letter and not start.letter.isdigit():
            return start.capital or self._ends_with(*CLOSED, ",")
        return start.capital and self._ends_with("?", ":", ";")

    def _ends_with(self, *signs: str) -> bool:
        """Do the words so far end with one of these signs, with a blank line, or are there none?"""
        last = self.parts[-1].rstrip() if self.parts else ""
        return not last or last.endswith(signs)

    def _open(self, start: Start) -> None:
        self._close()
        if not self.number:
            self.before = self.parts
        if start.place[0] != self.place[0] or not start.letter:
            self.lead = ""
        elif self.found and self.found[-1].number == self.base and self.place == (start.place[0], 0):
            self.lead = self.found.pop().text  # '3. On the evaluation:' leads in 3a and 3b
        self.place, self.base, self.small, self.parts = start.place, start.base, start.small, []
        self.number = f"{start.base}{'.' if start.letter.isdigit() else ''}{start.letter}"

    def _close(self) -> None:
        words = joined(self.parts)
        if self.number and words:
            self.found.append(SubQuestion(self.number, words, self.lead))
            self.lines[self.number] = self.parts
