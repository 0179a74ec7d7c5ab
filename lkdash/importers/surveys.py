"""Surveys of LimeSurvey and Qualtrics: counts of answers by question and group; no person is kept.

Personal columns are dropped at the door. Free text is never kept, and a file whose free text holds an
e-mail address or a national number is refused, so that it does not lie about in a folder either.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from lkdash.contracts import refuse
from lkdash.contracts.outcome import UNFILLED
from lkdash.db import Connection
from lkdash.importers.layout import plain
from lkdash.importers.reading import Counted, Reading, write_counts
from lkdash.importers.records import ends_open, is_formula, records
from lkdash.importers.survey_columns import (
    MOST_GROUPS,
    Seen,
    closed_questions,
    group_column,
    refuse_only_codes,
    survey_notes,
)
from lkdash.importers.survey_head import NAMES, SurveyHead, personal_columns, question, question_columns
from lkdash.importers.survey_words import words

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
NATIONAL = re.compile(r"\b\d{2}[.\s/-]?\d{2}[.\s/-]?\d{2}[.\s/-]?\d{3}[.\s/-]?\d{2}\b")
UNDATED = date(1980, 1, 1)  # what LimeSurvey writes where answers are anonymous and not dated


@dataclass
class _Count:
    """What is added up while the rows go by."""

    rows: int = 0
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[int, str, int]] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)


def read_survey(con: Connection, file: Path, head: SurveyHead, title: str) -> Reading:
    """Make the relation `tidy` with answers by question, group and score, and responses by group."""
    if ends_open(file):  # both writers end every line
        raise refuse("cut_off", title=NAMES[head.layout])
    if len(head.questions) != len(head.header):  # Qualtrics writes the questions on a line of their own
        raise refuse("damaged_row", title=NAMES[head.layout], line=2)
    seen = _answers(file, head)
    group = group_column(head, seen)
    refuse_only_codes(head, seen, group)
    closed = closed_questions(seen)
    count = _Count()
    for line, row in _rows(file, head):
        _refuse_formula(row, line, head, group)
        _take(row, head, closed, group, count)
    if not count.kept:
        raise refuse("no_rows", title=NAMES[head.layout])
    _write(con, count, head, title)
    notes = tuple(survey_notes(head, seen, closed, group, bool(count.days)))
    columns = {head.header[at].strip(): "answers" for at in closed if at != group}
    if group is not None:
        columns = {head.header[group].strip(): "audience"} | columns
    return Reading(count.rows, count.kept, dict(count.dropped), notes, columns)


def _rows(file: Path, head: SurveyHead) -> Iterator[tuple[int, list[str]]]:
    """Each answered row and the line on which it begins."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            for line, row in islice(records(opened, head.delimiter, strict=True), head.first, None):
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) != len(head.header):
                    raise refuse("damaged_row", title=NAMES[head.layout], line=line)
                yield line, row
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    except csv.Error as error:
        raise refuse("unreadable", title=NAMES[head.layout]) from error


def _answers(file: Path, head: SurveyHead) -> Seen:
    """The first answers to each question; Refusal where one holds an e-mail address or a national number."""
    personal = personal_columns(head)
    seen: Seen = {at: Counter() for at in question_columns(head)}
    for line, row in _rows(file, head):
        for at, cell in enumerate(row):
            answer = cell.strip()
            if at in seen and answer and (len(seen[at]) <= MOST_GROUPS or plain(answer) in seen[at]):
                seen[at][plain(answer)] += 1
            if at not in personal and (MAIL.search(answer) or NATIONAL.search(answer)):
                raise refuse("personal_text", line=line, column=head.header[at].strip())
    return seen


def _refuse_formula(row: list[str], line: int, head: SurveyHead, group: int | None) -> None:
    """Answers on a scale are words of ours: the group alone is kept as it is written."""
    if group is not None and is_formula(row[group].strip()):
        raise refuse("formula_cell", line=line, column=head.header[group].strip(), cell=row[group].strip())


def _take(
    row: list[str], head: SurveyHead, closed: dict[int, dict[str, int]], group: int | None, count: _Count
) -> None:
    count.rows += 1
    reason = _unfit(row, head)
    if reason:
        count.dropped[reason] += 1
        return
    count.kept += 1
    audience = (row[group].strip() or UNFILLED) if group is not None else ""
    count.groups[audience] += 1
    count.days += _day(row, head)
    for at, scale in closed.items():
        answer = plain(row[at])
        if at == group or not answer or answer in words()["no_judgement"]:
            continue
        if answer not in scale:  # first given after so many others that the question was not yet judged by it
            raise refuse("unreadable", title=NAMES[head.layout])
        count.answers[(at, audience, scale[answer])] += 1


def _cell(row: list[str], head: SurveyHead, *names: str) -> str | None:
    for at, name in enumerate(head.header):
        if plain(name) in names:
            return row[at].strip()
    return None


def _unfit(row: list[str], head: SurveyHead) -> str | None:
    if head.layout == "limesurvey":
        submitted = _cell(row, head, *words()["submitted"])
        return "incomplete" if not submitted else None
    if (_cell(row, head, "status") or "").casefold() in ("survey preview", "1"):
        return "preview"
    finished = (_cell(row, head, "finished") or "").casefold()
    return None if finished in ("true", "1", "waar") else "incomplete"


def _day(row: list[str], head: SurveyHead) -> list[date]:
    names = (*words()["submitted"], "recordeddate", "enddate")
    written = (_cell(row, head, *names) or "")[:10]
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return []
    return [day] if day != UNDATED else []


def _write(con: Connection, count: _Count, head: SurveyHead, title: str) -> None:
    first, last = (min(count.days), max(count.days)) if count.days else (None, None)
    counts = [
        Counted("responses", number, first, last, campaign=title, audience=group)
        for group, number in sorted(count.groups.items())
    ]
    counts += [
        Counted("answers", number, first, last, "", title, question(head, at), group, score)
        for (at, group, score), number in sorted(count.answers.items())
    ]
    write_counts(con, "survey", counts)
