"""Whose survey an export is, where its questions stand, and which of its columns are no answers."""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lkdash.importers.layout import plain

NAMES = {"limesurvey": "LimeSurvey", "qualtrics": "Qualtrics"}
TIMING = re.compile(r"groupTime\d+|.+Time|(Question|Group) time\b.*")


@dataclass(frozen=True)
class SurveyHead:
    """Where a survey's columns stand. first: index of the first row with answers."""

    layout: str
    header: list[str]
    questions: list[str]
    delimiter: str
    first: int


@cache
def words() -> dict[str, Any]:
    """The words of survey.toml."""
    with (Path(__file__).parent / "survey.toml").open("rb") as file:
        return tomllib.load(file)


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
        if {"startdate", "finished", "responseid"} <= set(names) and len(rows) > 2:
            return SurveyHead("qualtrics", rows[0], rows[1], delimiter, 3)
        if {"submitdate", "startlanguage"} <= set(names) or {"date submitted", "start language"} <= set(
            names
        ):
            return SurveyHead("limesurvey", rows[0], rows[0], delimiter, 1)
        if {"datum indiening", "starttaal"} <= set(names):
            return SurveyHead("limesurvey", rows[0], rows[0], delimiter, 1)
    return None


def question_columns(head: SurveyHead) -> list[int]:
    """The columns that are neither personal nor the platform's own."""
    skipped = {*words()["personal"], *words()["technical"]}
    names = [plain(name) for name in head.header]
    return [
        at
        for at, name in enumerate(names)
        if name not in skipped and not TIMING.fullmatch(head.header[at].strip())
    ]


def question(head: SurveyHead, at: int) -> str:
    """A question as it was asked; the name of its column where that is all there is."""
    return " ".join(head.questions[at].split()) or head.header[at].strip()


def personal_columns(head: SurveyHead) -> list[int]:
    """The columns that tell who answered, where and when."""
    return [at for at, name in enumerate(head.header) if plain(name) in words()["personal"]]
