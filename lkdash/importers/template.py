"""The template for counts of who starts training that lkdash hands out (csv, xlsx), and its reader."""

import csv
import io
import re
from datetime import date
from itertools import islice
from pathlib import Path

from lkdash.contracts import Finding, Refusal, refuse
from lkdash.db import Connection
from lkdash.importers.layout import plain
from lkdash.importers.reading import Counted, Reading, write_counts
from lkdash.importers.records import ends_open, is_formula, records
from lkdash.importers.sheets import DECIMAL
from lkdash.texts import text

HEADER = ("reeks", "periode", "aantal", "wat is geteld", "bron")
# Counts that are not the same are series apart: enrolments, students and three ways of counting who begins.
SERIES = {
    "inschrijvingen": "enrolments",
    "studenten": "students",
    "gestarte studenten": "started_students",
    "studiestarters": "study_starters",
    "generatiestudenten": "first_time_students",
    "instaptoets geregistreerd": "entrance_test_registered",
    "instaptoets afgerond": "entrance_test_completed",
    "werkzoekenden": "job_seekers_in_training",
}
# Of templates handed out before those were told apart: still read, no longer offered.
EARLIER = {"instaptoets": "entrance_test_participants"}
TITLE = text("importing.template_name", "nl")


def template_csv() -> bytes:
    """The empty template for Belgian Excel: its header, and nothing below it."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow(HEADER)
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def template_xlsx() -> bytes:
    """The empty template as a workbook, with the allowed series as a list to choose from."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "cijfers"
    sheet.append(list(HEADER))
    allowed = DataValidation(type="list", formula1=f'"{",".join(SERIES)}"', allow_blank=False)
    sheet.add_data_validation(allowed)
    allowed.add("A2:A1000")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def is_template(lines: list[str]) -> str | None:
    """The delimiter of a filled-in template; None for any other file."""
    for delimiter in (";", ",", "\t"):
        row = next(csv.reader([lines[0].strip()], delimiter=delimiter), []) if lines else []
        if [plain(name) for name in row][: len(HEADER)] == list(HEADER):
            return delimiter
    return None


def read_template(con: Connection, file: Path, delimiter: str) -> Reading:
    """Make the relation `tidy`; Refusal with a line and column for each cell that cannot be read."""
    rows: dict[tuple[object, ...], Counted] = {}
    lines: dict[tuple[object, ...], int] = {}
    problems: list[Finding] = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            for line, row in islice(records(opened, delimiter, strict=True), 1, None):
                counted = _counted(row, line, problems) if any(c.strip() for c in row) else None
                if counted is None:
                    continue
                key = (counted.campaign, counted.period_start, counted.period_end)
                if key in rows:  # added up, people would be counted twice
                    repeated = {"line": str(line), "first": str(lines[key])}
                    problems.append(Finding("refusal.repeated_count", repeated))
                rows[key], lines[key] = counted, line
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    except csv.Error as error:
        raise refuse("unreadable", title=TITLE) from error
    if problems:
        raise Refusal(*problems)
    if ends_open(file):
        raise refuse("template_cut_off")
    if not rows:
        raise refuse("no_rows", title=TITLE)
    write_counts(con, "template", list(rows.values()))
    return Reading(len(rows), len(rows), {})


def _counted(row: list[str], line: int, problems: list[Finding]) -> Counted | None:
    cells = [cell.strip() for cell in [*row, *[""] * len(HEADER)][: len(HEADER)]]
    series, period, number, counted, source = cells
    place = {"line": str(line)}
    formulas = [(column, cell) for column, cell in zip(HEADER, cells, strict=True) if is_formula(cell)]
    for column, cell in formulas:
        problems.append(Finding("refusal.formula_cell", place | {"column": column, "cell": cell}))
    if formulas:
        return None
    metric = (SERIES | EARLIER).get(" ".join(series.casefold().split()))
    if metric is None:
        problems.append(Finding("refusal.bad_series", place | {"cell": series, "allowed": ", ".join(SERIES)}))
        return None
    span = _span(period)
    if span is None:
        problems.append(Finding("refusal.bad_period", place | {"column": "periode", "cell": period}))
        return None
    value = _whole(number)
    if value is None:
        problems.append(Finding("refusal.bad_number", place | {"column": "aantal", "cell": number}))
        return None
    if not source:
        problems.append(Finding("refusal.no_source", place))
        return None
    about = f"{series.casefold()}: {counted} ({source})"  # what a newer import of the same count replaces
    return Counted(metric, value, *span, account=source, campaign=about, question=counted or None)


def _span(period: str) -> tuple[date, date] | None:
    """A year, a school year (1 September to 31 August) or a day."""
    try:
        if re.fullmatch(r"\d{4}", period):
            return date(int(period), 1, 1), date(int(period), 12, 31)
        if match := re.fullmatch(r"(\d{4})-(\d{4})", period):
            first, last = int(match.group(1)), int(match.group(2))
            return (date(first, 9, 1), date(last, 8, 31)) if last == first + 1 else None
        day = date.fromisoformat(period[:10])
    except ValueError:
        return None
    return day, day


def count_name(campaign: str, first: date, last: date) -> str:
    """One count of one period: 'ingeschreven studenten (bron), 2019-2020'. campaign: as the rows have it."""
    period = str(first) if first == last else "-".join(dict.fromkeys((str(first.year), str(last.year))))
    return f"{campaign.partition(':')[2].strip()}, {period}"


def _whole(number: str) -> float | None:
    """A whole number, with or without Belgian thousands; a decimal sign is no whole number."""
    if re.fullmatch(r"\d{1,9}", number):
        return float(number)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", number) and DECIMAL not in number:
        return float(number.replace(".", ""))
    return None
