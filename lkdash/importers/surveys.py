"""Surveys of LimeSurvey and Qualtrics: counts of answers by question and group; no person is kept.

Personal columns are dropped at the door. Free text is never kept, and a file whose free text holds an
e-mail address or a national number is refused, so that it does not lie about in a folder either.
"""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from lkdash.contracts import Finding, refuse
from lkdash.db import Connection
from lkdash.importers.layout import plain
from lkdash.importers.reading import Counted, Reading, write_counts
from lkdash.importers.records import ends_open, is_formula, records

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
NATIONAL = re.compile(r"\b\d{2}[.\s/-]?\d{2}[.\s/-]?\d{2}[.\s/-]?\d{3}[.\s/-]?\d{2}\b")
NAMES = {"limesurvey": "LimeSurvey", "qualtrics": "Qualtrics"}
TIMING = re.compile(r"groupTime\d+|.+Time|(Question|Group) time\b.*")
MOST_GROUPS = 12
LONGEST_GROUP = 60
UNDATED = date(1980, 1, 1)  # what LimeSurvey writes where answers are anonymous and not dated


@dataclass(frozen=True)
class SurveyHead:
    """Where a survey's columns stand. first: index of the first row with answers."""

    layout: str
    header: list[str]
    questions: list[str]
    delimiter: str
    first: int


@dataclass
class _Count:
    """What is added up while the rows go by."""

    rows: int = 0
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[int, str, int]] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)


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


def read_survey(con: Connection, file: Path, head: SurveyHead, title: str) -> Reading:
    """Fill the table `tidy` with answers by question, group and score, and responses by group."""
    if head.layout == "limesurvey" and ends_open(file):  # its writer ends every line, and adds an empty one
        raise refuse("cut_off", title=NAMES[head.layout])
    seen = _answers(file, head)
    group = _group(head, seen)
    closed = _closed_questions(seen)
    count = _Count()
    for line, row in _rows(file, head):
        _refuse_formula(row, line, head, group)
        _take(row, head, closed, group, count)
    if not count.kept:
        raise refuse("no_rows", title=NAMES[head.layout])
    _write(con, count, head, title)
    notes = tuple(_notes(head, closed, group, bool(count.days)))
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


def _answers(file: Path, head: SurveyHead) -> dict[int, set[str]]:
    """The first answers to each question; Refusal where one holds an e-mail address or a national number."""
    personal = [at for at, name in enumerate(head.header) if plain(name) in words()["personal"]]
    seen: dict[int, set[str]] = {at: set() for at in _question_columns(head)}
    for line, row in _rows(file, head):
        for at, cell in enumerate(row):
            answer = cell.strip()
            if at in seen and answer and len(seen[at]) <= MOST_GROUPS:
                seen[at].add(plain(answer))
            if at not in personal and (MAIL.search(answer) or NATIONAL.search(answer)):
                raise refuse("personal_text", line=line, column=head.header[at].strip())
    return seen


def _closed_questions(seen: dict[int, set[str]]) -> dict[int, dict[str, int]]:
    """Columns whose answers all lie on one scale. Bare 1 to 3 may be a choice, and are no scale."""
    scales = words()["scales"]
    fitting = {}
    for at, values in seen.items():
        found = next((name for name, scale in scales.items() if values and values <= scale.keys()), None)
        if found and (found != "numbers" or values & {"4", "5"}):
            fitting[at] = scales[found]
    return fitting


def _question_columns(head: SurveyHead) -> list[int]:
    skipped = {*words()["personal"], *words()["technical"]}
    names = [plain(name) for name in head.header]
    return [
        at
        for at, name in enumerate(names)
        if name not in skipped and not TIMING.fullmatch(head.header[at].strip())
    ]


def _group(head: SurveyHead, seen: dict[int, set[str]]) -> int | None:
    """The column of the stakeholder group: named so, and with few short answers, as free text is not kept."""
    known = set(words()["audience"])
    for names in (head.header, head.questions):
        for at, name in enumerate(names):
            if plain(name) in known and _few_and_short(seen.get(at, set())):
                return at
    return None


def _few_and_short(answers: set[str]) -> bool:
    few = len(answers) <= MOST_GROUPS
    return few and all(len(word) <= LONGEST_GROUP and not re.search(r"\d{4}", word) for word in answers)


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
    audience = row[group].strip() if group is not None else ""
    count.groups[audience] += 1
    count.days += _day(row, head)
    for at, scale in closed.items():
        answer = plain(row[at])
        if at != group and answer:
            count.answers[(at, audience, scale[answer])] += 1


def _cell(row: list[str], head: SurveyHead, *names: str) -> str | None:
    for at, name in enumerate(head.header):
        if plain(name) in names:
            return row[at].strip()
    return None


def _unfit(row: list[str], head: SurveyHead) -> str | None:
    if head.layout == "limesurvey":
        submitted = _cell(row, head, "submitdate", "date submitted", "datum indiening")
        return "incomplete" if not submitted else None
    if (_cell(row, head, "status") or "").casefold() in ("survey preview", "1"):
        return "preview"
    finished = (_cell(row, head, "finished") or "").casefold()
    return None if finished in ("true", "1", "waar") else "incomplete"


def _day(row: list[str], head: SurveyHead) -> list[date]:
    names = ("submitdate", "date submitted", "datum indiening", "recordeddate", "enddate")
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
        Counted("answers", number, first, last, "", title, _question(head, at), group, score)
        for (at, group, score), number in sorted(count.answers.items())
    ]
    write_counts(con, "survey", counts)


def _question(head: SurveyHead, at: int) -> str:
    return " ".join(head.questions[at].split()) or head.header[at].strip()


def _notes(
    head: SurveyHead, closed: dict[int, dict[str, int]], group: int | None, dated: bool
) -> list[Finding]:
    personal = [name.strip() for name in head.header if plain(name) in words()["personal"]]
    open_ones = [
        head.header[at].strip() for at in _question_columns(head) if at not in closed and at != group
    ]
    notes = []
    if personal:
        notes.append(
            Finding("import_note.personal_dropped", {"columns": ", ".join(f"'{n}'" for n in personal)})
        )
    if open_ones:
        notes.append(Finding("import_note.open_dropped", {"columns": ", ".join(f"'{n}'" for n in open_ones)}))
    numeric = [
        head.header[at].strip() for at, scale in closed.items() if scale == words()["scales"]["numbers"]
    ]
    if numeric:
        notes.append(Finding("import_note.numeric_scale", {"columns": ", ".join(f"'{n}'" for n in numeric)}))
    if not dated:
        notes.append(Finding("import_note.no_period"))
    if group is None:
        notes.append(Finding("import_note.no_group", {}))
    return notes
