"""Reads pasted sub-questions, numbered 1, 2, 3a, 3b …, whatever their layout; and those that are known."""

import re

from lkdash.answers.bullets import in_bullets, joined
from lkdash.answers.heading import subject_in
from lkdash.answers.numbered import Reader
from lkdash.answers.sub_question import SubQuestion
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.measures.words import in_language

_ROMAN = re.compile(r"^[ \t]*([IVX]{1,4})\.[ \t]?(\d{1,2})[.)]?[ \t]+", re.MULTILINE)

__all__ = ["SubQuestion", "known_question", "known_questions", "sub_questions", "subject_of", "text_above"]


def sub_questions(pasted: str) -> list[SubQuestion]:
    """The sub-questions in a text, in order; the whole text as number 1 where nothing is numbered."""
    whole = joined([pasted])
    return _read(pasted)[0] or ([SubQuestion("1", whole)] if whole else [])


def subject_of(pasted: str) -> str:
    """The subject that a text with several sub-questions gives itself; '' where it has none."""
    return subject_in(_read(pasted)[1])


def text_above(pasted: str) -> str:
    """What may say what the sub-questions are about: their heading, or where there is none all above them."""
    above = _read(pasted)[1]
    return subject_in(above) or joined(above)


def _read(pasted: str) -> tuple[list[SubQuestion], list[str]]:
    """The sub-questions that are numbered, else those with bullets, and the lines above them."""
    found = _numbered(pasted)
    return found if found[0] else in_bullets(pasted)


def _numbered(pasted: str) -> tuple[list[SubQuestion], list[str]]:
    """The sub-questions of the way of numbering that finds most, and the lines above them."""
    pasted = _parted(pasted)
    ways = [Reader(), Reader(anywhere=True), Reader(roman=True), Reader(roman=True, anywhere=True)]
    read = [way.read(pasted) for way in ways]
    if not read[0]:
        ways.append(Reader(bare=True))
        read.append(ways[-1].read(pasted))
    most, way = max(zip(read, ways, strict=True), key=lambda found: len(found[1].found))
    return most, way.before


def _parted(pasted: str) -> str:
    """'I.1. …' and 'I.2. …' as a line 'I.' with 1 and 2 below it."""
    last = ""

    def opened(found: re.Match[str]) -> str:
        nonlocal last
        above = "" if found[1] == last else f"{found[1]}.\n"
        last = found[1]
        return f"{above}{found[2]}. "

    return _ROMAN.sub(opened, pasted)


def known_questions(warehouse: Warehouse, lang: Lang) -> dict[str, str]:
    """The written questions that are known: name → subject."""
    rows = in_language(warehouse.query("known_questions"), lang)
    return dict(zip(rows["known"], rows["text"], strict=True))


def known_question(warehouse: Warehouse, known: str, lang: Lang) -> list[SubQuestion]:
    """The sub-questions of a known written question, in our own words; none for an unknown name."""
    rows = warehouse.query("questions", known=known).to_dict("records")
    return [SubQuestion(row["number"], row[lang], dutch=row["nl"]) for row in rows]
