"""The records of a csv text, each with the line on which it begins: cells may hold line breaks."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lkdash.contracts import refuse

NUL = "\0"  # stands in no text: a damaged cell, or another encoding
# Of a sign or an at the same, unless a number follows; an account may be a handle (@Klasse).
_FORMULA = re.compile(r"=.*|[+@](?!([-+]?\d[\d.,]*\s?%?)?$).*", re.DOTALL)


def records(
    lines: Iterable[str], delimiter: str, *, first: int = 1, strict: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Each record and its line; first: the line of the file on which these lines begin."""
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    begins = first
    for row in reader:
        yield begins, row
        begins = first + reader.line_num


def fits(row: list[str], width: int) -> bool:
    """Is a row as wide as its header, or has it but empty cells beyond it? DuckDB takes these rows."""
    return len(row) >= width and not any(row[width:])


def is_formula(cell: str) -> bool:
    """Would a spreadsheet calculate this cell? parse.sql has the same rule for DuckDB."""
    return _FORMULA.fullmatch(cell) is not None


def refuse_no_text(file: Path) -> None:
    """Refusal with the line of a character that no text holds, for files of which each row is looked at."""
    with file.open("rb") as opened:
        for at, line in enumerate(opened, start=1):
            if NUL.encode() in line:
                raise refuse("no_text_line", line=at)


def ends_open(file: Path) -> bool:
    """Does the last line lack its end, as after a cut in the middle of it?"""
    with file.open("rb") as opened:
        opened.seek(-1, 2)
        return opened.read(1) not in b"\r\n"


def line_at(file: Path, place: int) -> int:
    """The line on which this byte of a file stands, both from 1 on."""
    with file.open("rb") as opened:
        return opened.read(place - 1).count(b"\n") + 1
