"""Whose survey an export is, where its questions stand, and which of its columns are no answers."""

import csv
import re
from dataclasses import dataclass

from lkdash.contracts import refuse
from lkdash.importers.layout import plain
from lkdash.importers.survey_personal import is_personal
from lkdash.importers.survey_words import words

NAMES = {"limesurvey": "LimeSurvey", "qualtrics": "Qualtrics"}
NEEDED = [["startdate"], ["finished"], ["responseid"]]  # of Qualtrics
NEAR = 3  # columns of a survey's own; two may stand in any table
CODED = re.compile(r"([A-Za-z][\w\[\]]*)\. (.+)", re.DOTALL)
TIMING = re.compile(r"groupTime\d+|.+Time|(Question|Group) time\b.*")


@dataclass(frozen=True)
class SurveyHead:
    """Where a survey's columns stand. first: index of the first row with answers."""

    layout: str
    header: list[str]
    questions: list[str]
    delimiter: str
    first: int


def survey_head(lines: list[str]) -> SurveyHead | None:
    """The head of a survey export; None where the first line is not one."""
    for delimiter in (",", ";", "\t"):
        try:
            rows = list(csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            continue
        if not rows:
            return None
        names = [plain(name) for name in rows[0]]
        if {name for (name,) in NEEDED} <= set(names) and len(rows) > 2:
            return SurveyHead("qualtrics", rows[0], rows[1], delimiter, 3)
        codes, texts = _codes_and_texts(rows[0])
        named = {plain(name) for name in codes}
        if named & set(words()["submitted"]) and named & set(words()["start_language"]):
            return SurveyHead("limesurvey", codes, texts, delimiter, 1)
    return None


def refuse_near_miss(lines: list[str]) -> None:
    """Refusal for a header with some columns of a survey that misses one by which it is known."""
    for delimiter in (",", ";", "\t"):
        try:
            named = {plain(name) for name in next(csv.reader(lines[:1], delimiter=delimiter), [])}
        except csv.Error:
            continue
        own = named & set(words()["technical"])
        if len(own) >= NEAR:
            layout = "qualtrics" if own & set(words()["qualtrics"]) else "limesurvey"
            needed = NEEDED if layout == "qualtrics" else [words()["submitted"], words()["start_language"]]
            absent = ", ".join(f"'{names[0]}'" for names in needed if not named & set(names))
            raise refuse("nearest_layout", title=NAMES[layout], columns=absent, line=1)


def _codes_and_texts(header: list[str]) -> tuple[list[str], list[str]]:
    """The two halves of names such as 'submitdate. Datum indiening'; of others twice the whole."""
    split = [
        match.groups() if (match := CODED.fullmatch(name.strip(" \ufeff"))) else (name, name)
        for name in header
    ]
    codes = [code for code, _ in split]
    if {"submitdate", "startlanguage"} <= set(codes):
        return codes, [text for _, text in split]
    return header, header


def question_columns(head: SurveyHead) -> list[int]:
    """The columns that are neither personal nor the platform's own."""
    skipped = set(personal_columns(head))
    return [
        at
        for at, name in enumerate(head.header)
        if at not in skipped
        and plain(name) not in words()["technical"]
        and not TIMING.fullmatch(name.strip())
    ]


def question(head: SurveyHead, at: int) -> str:
    """A question as it was asked; the name of its column where that is all there is."""
    return " ".join(head.questions[at].split()) or head.header[at].strip()


def personal_columns(head: SurveyHead) -> list[int]:
    """The columns that tell who answered, where and when."""
    pairs = zip(head.header, head.questions, strict=True)
    return [at for at, names in enumerate(pairs) if any(is_personal(name) for name in names)]
