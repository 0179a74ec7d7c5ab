"""Where in a file a row or a cell stands that cannot be taken."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lkdash.contracts import Finding, Refusal
from lkdash.db import Connection
from lkdash.importers.plan import Plan
from lkdash.importers.recognise import Recognised
from lkdash.importers.records import fits, is_formula, records
from lkdash.importers.statement import parameters, typed, used
from lkdash.importers.wrong import broken, checks

MOST_PROBLEMS = 20
KINDS = {
    "n": "bad_number",
    "t": "thousands_or_decimals",
    "d": "bad_date",
    "e": "ends_before_start",
    "f": "formula_cell",
    "z": "no_text",
    "m": "bad_currency",
}
MORE = ("n", "d")  # kinds that say how many there are beside


def refuse_bad_cells(con: Connection, plan: Plan, body: Path, skip: int) -> None:
    """Refusal for what must not be in the rows of `wide`, each told with its line, column and text."""
    if not con.execute(f"select {broken(plan)} from wide").fetchall()[0][0]:
        return
    asked = checks(plan)
    sql = f"{typed(plan)} select {', '.join(f'count_if({wrong})' for wrong in asked.values())} from typed"
    (told,) = con.execute(sql, parameters(plan, sql) or None).fetchall()
    bad = {name: int(count) for name, count in zip(asked, told, strict=True) if count}
    findings = [f for name, count in bad.items() for f in _located(con, plan, name, count, body, skip)]
    if findings:
        raise Refusal(*findings[:MOST_PROBLEMS])


def _located(con: Connection, plan: Plan, name: str, count: int, body: Path, skip: int) -> list[Finding]:
    """Line, column and text of the first bad cells of a column; further passes that only a bad file pays."""
    at = int(name[1:])
    steps = typed(plan, extra=f"row_number() over () as row, c{at} as printed")
    sql = f"{steps} select row, printed from typed where {checks(plan)[name]} order by row limit 3"
    rows = con.execute(sql, parameters(plan, sql) or None).fetchall()
    lines = _lines(body, skip, plan, {row for row, _ in rows})
    column = plan.found.header[at].strip()
    more = count - len(rows)
    counted = "_more" if more and name[0] in MORE else ""
    said = {"column": column, "more": str(more)}
    return [
        Finding(
            _kind(name, str(cell or ""), counted), {"line": str(lines[row]), "cell": str(cell or ""), **said}
        )
        for row, cell in rows
    ]


def _kind(name: str, cell: str, counted: str) -> str:
    """The sentence on a bad cell. counted: its ending where it says how many there are beside."""
    if is_formula(cell):
        return "refusal.formula_cell"
    return f"refusal.{KINDS[name[0]] if cell.strip() else 'empty_cell'}{counted}"


def _lines(body: Path, skip: int, plan: Plan, wanted: set[int]) -> dict[int, int]:
    """The line of the file on which each of these rows begins."""
    read = used(plan)
    filled = (line for line, row in rows_of(body, skip, plan.found) if any(row[at] for at in read))
    rows = enumerate(filled, start=1)
    return {number: line for number, line in islice(rows, max(wanted)) if number in wanted}


def rows_of(body: Path, skip: int, found: Recognised) -> Iterator[tuple[int, list[str]]]:
    """The rows that DuckDB takes and that are not empty, each with its line."""
    with body.open(encoding="utf-8-sig", newline="") as opened:
        for line, row in records(islice(opened, skip, None), found.delimiter, first=found.skip + 1):
            if any(row) and fits(row, len(found.header)):
                yield line, row
