"""Reads pasted sub-questions, numbered 1, 2, 3a, 3b …, whatever their layout; and those that are known."""

import re
from dataclasses import dataclass

from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.measures.words import in_language

# A line that begins a sub-question: '1.', '3)', 'vraag 2:', '3a.', '3 b)', 'a)', '- b.'
_START = re.compile(
    r"^[\s\-–•]*(?:vraag\s+|question\s+)?(?:(\d{1,2})\s*[.):]?\s*([a-z]?)|([a-z]))\s*[.):]\s+(?=\S)", re.I
)


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
        return self.dutch or f"{self.lead} {self.text}"


def sub_questions(pasted: str) -> list[SubQuestion]:
    """The sub-questions in a text, in order; the whole text as number 1 where nothing is numbered."""
    found: list[SubQuestion] = []
    number, lead, parts = "", "", list[str]()
    for line in pasted.splitlines():
        started = _started(line, number)
        if started is None:
            parts.append(line)
            continue
        following = started[0]
        _close(found, number, lead, parts)
        if following[-1:].isdigit():
            lead = ""
        elif number and following.startswith(number) and found and found[-1].number == number:
            lead = found.pop().text  # '3. On the evaluation:' leads in 3a and 3b
        number, parts = following, [started[1]]
    _close(found, number, lead, parts)
    whole = _joined([pasted])
    return found or ([SubQuestion("1", whole)] if whole else [])


def _close(found: list[SubQuestion], number: str, lead: str, parts: list[str]) -> None:
    words = _joined(parts)
    if number and words:
        found.append(SubQuestion(number, words, lead))


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


def _started(line: str, before: str) -> tuple[str, str] | None:
    """The number and the words of a line that begins the next sub-question; None for any other line.

    Only a number that follows on the one before begins one: '2021) verdeeld?' in a broken line does not.
    """
    match = _START.match(line)
    if match is None:
        return None
    digits, letter, alone = match.group(1), match.group(2), match.group(3)
    number = f"{digits or _digits(before)}{(letter or alone or '').casefold()}"
    return (number, line[match.end() :]) if number in _following(before) else None


def _digits(number: str) -> str:
    return number.rstrip("abcdefghijklmnopqrstuvwxyz")


def _following(number: str) -> set[str]:
    """The numbers that may come after this one: after 3 come 3a, 4 and 4a; after 3a come 3b, 4 and 4a."""
    if not number:
        return {"1", "1a", "a"}
    digits, letter = _digits(number), number[len(_digits(number)) :]
    later = chr(ord(letter) + 1) if letter else "a"
    following = {f"{digits}{later}"}
    return following | ({str(int(digits) + 1), f"{int(digits) + 1}a"} if digits else set())


def known_questions(warehouse: Warehouse, lang: Lang) -> dict[str, str]:
    """The written questions that are known: name → subject."""
    rows = in_language(warehouse.query("known_questions"), lang)
    return dict(zip(rows["known"], rows["text"], strict=True))


def known_question(warehouse: Warehouse, known: str, lang: Lang) -> list[SubQuestion]:
    """The sub-questions of a known written question, in our own words; none for an unknown name."""
    rows = warehouse.query("questions", known=known).to_dict("records")
    return [SubQuestion(row["number"], row[lang], dutch=row["nl"]) for row in rows]
