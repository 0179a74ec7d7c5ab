"""The template for counts of who starts training that lkdash hands out (csv, xlsx), and its reader."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lkdash.contracts import Finding, Refusal, refuse
from lkdash.db import Connection
from lkdash.importers.layout import plain
from lkdash.importers.reading import Counted, Reading, write_counts
from lkdash.importers.records import ends_open, is_formula, records
from lkdash.importers.sheets import DECIMAL
from lkdash.importers.template_periods import days_of
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
    """The empty template for Belgian Excel: its header with how to fill it in, and nothing below it."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow(_head())
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def _head() -> list[str]:
    """The columns, and in a further one, which nobody fills in, how to write a series and a period."""
    return [*HEADER, text("importing.template_help", "nl", series=", ".join(SERIES))]


def template_xlsx() -> bytes:
    """The empty template as a workbook, with the allowed series as a list to choose from."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "cijfers"
    sheet.append(_head())
    sheet.column_dimensions["B"].number_format = "@"  # text: Excel makes a day of 2019-05
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
        raise refuse("template_empty")
    write_counts(con, "template", list(rows.values()))
    return Reading(len(rows), len(rows), {})


def _counted(row: list[str], line: int, problems: list[Finding]) -> Counted | None:
    """The count of a row; None where a cell cannot be read, with its problems added."""
    cells = [cell.strip() for cell in [*row, *[""] * len(HEADER)][: len(HEADER)]]
    found = [Finding(key, {"line": str(line), **values}) for key, values in _wrong(cells)]
    problems.extend(found)
    series, period, number, counted, source = cells
    span, value = days_of(period), _whole(number)
    if found or span is None or value is None:
        return None
    about = f"{series.casefold()}: {counted} ({source})"  # what a newer import of the same count replaces
    return Counted(_metric(series), value, *span, account=source, campaign=about, question=counted or None)


def _wrong(cells: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """What is wrong with the cells of a row: keys of sentences and their values. Formulas are told alone."""
    named = dict(zip(HEADER, cells, strict=True))
    formulas = {name: cell for name, cell in named.items() if is_formula(cell)}
    for column, cell in formulas.items():
        yield "refusal.formula_cell", {"column": column, "cell": cell}
    if formulas:
        return
    for column in HEADER[:3]:
        if not named[column]:
            yield "refusal.empty_cell", {"column": column}
    series, period, number, _, source = cells
    if series and not _metric(series):
        yield "refusal.bad_series", {"cell": series, "allowed": ", ".join(SERIES)}
    span = days_of(period)
    if period and span is None:
        yield "refusal.bad_period", {"column": "periode", "cell": period}
    if span and span[1] < span[0]:
        yield "refusal.ends_before_start", {"column": "periode", "cell": period}
    if number and _whole(number) is None:
        yield "refusal.bad_number", {"column": "aantal", "cell": number}
    if not source:
        yield "refusal.no_source", {}


def _metric(series: str) -> str:
    """What a series counts; empty for an unknown one."""
    return (SERIES | EARLIER).get(" ".join(series.casefold().split()), "")


def _whole(number: str) -> float | None:
    """A whole number, with or without Belgian thousands; a decimal sign is no whole number."""
    if re.fullmatch(r"\d{1,9}", number):
        return float(number)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", number) and DECIMAL not in number:
        return float(number.replace(".", ""))
    return None
