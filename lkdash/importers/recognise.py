"""Which layout a file has, its language, and where its header stands; or a refusal that names the nearest."""

import csv
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from textwrap import shorten

from lkdash.contracts import Finding, Lang, Refusal, refuse
from lkdash.importers.layout import Layout, Role, layouts, plain
from lkdash.importers.records import NUL

DELIMITERS = ("\t", ";", ",")
MOST_LINES = 60
MOST_LINE = 1 << 17
MOST_NAMED = 8  # columns


@dataclass(frozen=True)
class Recognised:
    """A file's layout and where its rows begin.

    header: the printed column names; roles: what each means (None = unknown). skip: physical lines up to
    and with the header. preamble: the lines above it.
    """

    layout: Layout
    lang: Lang
    delimiter: str
    header: list[str]
    roles: list[Role | None]
    skip: int
    preamble: list[str]

    def at(self, role: str) -> int | None:
        """The first column of a role."""
        return next((at for at, known in enumerate(self.roles) if known and known.name == role), None)


Fit = tuple[int, int, Recognised]


def head_lines(file: Path) -> list[str]:
    """The first lines of a text, as far as a header can stand; Refusal where they are no UTF-8 or no text."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            lines = [line for _ in range(MOST_LINES) if (line := opened.readline(MOST_LINE))]
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    wrong = next((at for at, line in enumerate(lines, start=1) if NUL in line), None)
    if wrong:
        raise refuse("no_text_line", line=wrong)
    return lines


def recognise(lines: list[str], only: str | None = None) -> Recognised:
    """The layout that knows most of a line's names and misses none that it needs; Refusal otherwise."""
    rows = [(delimiter, *row) for delimiter in DELIMITERS for row in _rows(lines, delimiter)]
    among = [layout for layout in layouts().values() if only in (None, layout.name)]
    fits = [fit for row in rows for layout in among for fit in _fits(layout, *row, lines)]
    found = [fit for fit in fits if fit[0] >= 2]
    complete = [entry for entry in found if not missing(entry[2])]
    most = max((entry[0] for entry in found), default=0)
    best = max(complete, key=lambda entry: entry[:2], default=None)
    if best and best[0] >= most:
        return best[2]
    if only and not found:
        raise refuse("other_layout", layout=only)
    raise _unknown(found, fits, [header for _, header, _ in rows])


def _rows(lines: list[str], delimiter: str) -> list[tuple[list[str], int]]:
    reader = csv.reader(lines, delimiter=delimiter)
    rows: list[tuple[list[str], int]] = []
    try:
        for row in islice(reader, MOST_LINES):
            if len(row) > 1:
                rows.append((row, reader.line_num))
    except csv.Error:
        pass
    return rows


def _fits(layout: Layout, delimiter: str, header: list[str], skip: int, lines: list[str]) -> list[Fit]:
    """What a layout knows of a header in each language: how many of its names, and how early it stands."""
    preamble = [line.strip().strip('"') for line in lines[: skip - 1]]
    marked = any(plain(line).startswith(mark) for line in preamble for mark in layout.marks)
    fits = []
    for lang in layout.columns:
        roles = layout.roles(header, lang)
        known = len({plain(name) for name, role in zip(header, roles, strict=True) if role})
        if known:
            recognised = Recognised(layout, lang, delimiter, header, roles, skip, preamble)
            fits.append((known + marked, -skip, recognised))
    return fits


def missing(found: Recognised) -> list[str]:
    """A printed name for each need that no column of the file fulfils."""
    roles = {role.name for role in found.roles if role}
    absent = [group for group in found.layout.needs if not roles & set(group)]
    named = [_named(found.layout, group, found.lang) for group in absent]
    return named + _own_missing(found)


def _own_missing(found: Recognised) -> list[str]:
    """The first names by which a layout alone is known, in the file's language, where it has none of them."""
    own, header = found.layout.own, {plain(name) for name in found.header}
    if not own or header & {plain(name) for name in own}:
        return []
    return [" / ".join([name for name in own if name in found.layout.columns[found.lang]][:2])]


def _named(layout: Layout, group: tuple[str, ...], lang: Lang) -> str:
    names = [name for role in group for name in layout.names(role, lang)[:1]]
    return " / ".join(names).replace("{currency}", "EUR") or "/".join(group)


def _unknown(found: list[Fit], fits: list[Fit], rows: list[list[str]]) -> Refusal:
    """The nearest layout and what it misses; of one known name alone, it is told beside what was found."""
    near = found or [fit for fit in fits if len(missing(fit[2])) < fit[2].layout.asks]
    worded = [[name.strip() for name in row if _is_word(name)] for row in rows]
    columns = max(worded, key=len, default=[])
    if not near:
        return refuse("unknown_layout", found=_listed(columns)) if columns else refuse("no_columns")
    nearest = max(near, key=_nearness)[2]
    header = {} if found else {"found": _listed(nearest.header)}
    names = ", ".join(f"'{name}'" for name in missing(nearest))
    values = {"title": nearest.layout.title, "columns": names, "line": str(nearest.skip), **header}
    kind = "nearest_layout" if found else "nearest_by_one"
    return Refusal(Finding(f"refusal.{kind}", values), layout=nearest.layout.name)


def _nearness(fit: Fit) -> tuple[int, int, int]:
    """Most names known, then least missing, then the first line; what misses nothing is not what is meant."""
    absent = len(missing(fit[2]))
    return (fit[0], -absent, fit[1]) if absent else (0, 0, 0)


def _is_word(cell: str) -> bool:
    """May it be a column's name: something with a letter that is no number or day?"""
    return re.match(r"\W*[^\W\d_]", cell) is not None


def _listed(columns: list[str]) -> str:
    named = [f"'{shorten(name, 60, placeholder=' …')}'" for name in columns if name.strip()]
    return ", ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
