"""Reads a platform's export into tidy rows: one pass of DuckDB, added up by day and campaign."""

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

from lkdash.contracts import Finding, Refusal, refuse
from lkdash.db import Connection, QueryError, query_text
from lkdash.importers.periods import days_in
from lkdash.importers.plan import Plan, is_total, plan_for, sample_rows
from lkdash.importers.reading import Reading
from lkdash.importers.recognise import Recognised
from lkdash.importers.statement import checks, parameters, parts, typed, wide

MOST_PROBLEMS = 20
KINDS = {"n": "bad_number", "d": "bad_date", "f": "formula_cell"}


def read_export(con: Connection, file: Path, found: Recognised, work: Path) -> Reading:
    """Fill the table `tidy`; Refusal where a row, number or day cannot be read."""
    body, skip = _body(file, found, work)
    con.execute(query_text("importers/parse"))
    sample = sample_rows(body, skip, found)
    if not sample:
        raise refuse("no_rows", title=found.layout.title)
    plan = plan_for(found, sample)
    _scan(con, body, skip, found)
    try:
        plan = _with_ranges(con, plan)
        statement = wide(plan)
        con.execute(statement, parameters(plan, statement) or None)
        _refuse_damage(con, found)
        _refuse_bad_cells(con, plan)
        con.execute(parts(plan))
        con.execute(query_text("importers/tidy"), {"platform": found.layout.platform})
    except QueryError as error:
        raise _unreadable(error, found) from error
    return _reading(con, plan)


def _body(file: Path, found: Recognised, work: Path) -> tuple[Path, int]:
    """The file and the lines to skip; for layouts with more tables a copy of the first one."""
    if not found.layout.first_table_only:
        return file, found.skip
    target = work / "first.csv"
    try:
        with (
            file.open(encoding="utf-8-sig", newline="") as opened,
            target.open("w", encoding="utf-8", newline="") as written,
        ):
            for line in islice(opened, found.skip, None):
                if not line.strip() or line.startswith("#"):
                    break
                written.write(line)
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    return target, 0


def _scan(con: Connection, body: Path, skip: int, found: Recognised) -> None:
    """A view `body` of the file's rows, all text; rows of another width land in `reject_errors`."""
    columns = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(len(found.header)))
    path = str(body).replace("'", "''")
    con.execute(
        f"create view body as from read_csv('{path}', auto_detect = false, header = false, skip = {skip}, "
        f"delim = '{found.delimiter}', quote = '\"', escape = '\"', columns = {{{columns}}}, "
        "store_rejects = true, rejects_limit = 1000, strict_mode = true)"
    )


def _with_ranges(con: Connection, plan: Plan) -> Plan:
    """The periods that a comparison column names; Refusal for one that names none."""
    at = plan.found.at("range")
    if at is None:
        return plan
    named = [row[0] or "" for row in con.execute(f"select distinct trim(c{at}) from body").fetchall()]
    spans = {name: days_in(name) for name in named if not is_total(name, plan.found)}
    for name, days in spans.items():
        if len(days) != 2:
            raise refuse("ambiguous_date", cell=name, column=plan.found.header[at].strip())
    return replace(plan, ranges={name: (days[0], days[1]) for name, days in spans.items()})


def _unreadable(error: Exception, found: Recognised) -> Refusal:
    said = str(error)
    if "unicode" in said.lower() or "utf-8" in said.lower():
        return refuse("encoding")
    line = re.search(r"[Ll]ine:? (\d+)", said)
    if line:
        return refuse("damaged_row", title=found.layout.title, line=line.group(1))
    return refuse("unreadable", title=found.layout.title)


def _refuse_damage(con: Connection, found: Recognised) -> None:
    """A total or a blank line may be narrower than the header; any other row is damage."""
    rows = con.execute(
        "select line, csv_line, error_type::varchar from reject_errors order by line"
    ).fetchall()
    for line, text, kind in rows:
        if "UTF" in kind or "ENCOD" in kind:
            raise refuse("encoding")
        first = (text or "").split(found.delimiter)[0].strip('" ')
        if (text or "").strip() and not is_total(first, found):
            raise refuse("damaged_row", title=found.layout.title, line=line)


def _refuse_bad_cells(con: Connection, plan: Plan) -> None:
    names = list(checks(plan))
    counted = ", ".join(f"coalesce(sum({name}_bad), 0)" for name in names)
    (counts,) = con.execute(f"select {counted} from wide").fetchall()
    bad = {name: int(count) for name, count in zip(names, counts, strict=True) if count}
    findings = [finding for name, count in bad.items() for finding in _located(con, plan, name, count)]
    if findings:
        raise Refusal(*findings[:MOST_PROBLEMS])


def _located(con: Connection, plan: Plan, name: str, count: int) -> list[Finding]:
    """Line, column and text of the first bad cells of a column; a second pass that only a bad file pays."""
    at = int(name[1:])
    steps = typed(plan, extra=f"row_number() over () as line, c{at} as printed")
    sql = f"{steps} select line, printed from typed where {checks(plan)[name]} order by line limit 3"
    rows = con.execute(sql, parameters(plan, sql) or None).fetchall()
    column = plan.found.header[at].strip()
    more = str(count - len(rows))
    return [
        Finding(
            f"refusal.{KINDS[name[0]]}",
            {"line": str(plan.found.skip + line), "column": column, "cell": str(cell or ""), "more": more},
        )
        for line, cell in rows
    ]


def _reading(con: Connection, plan: Plan) -> Reading:
    rows = con.execute("select coalesce(reason, ''), sum(rows_in)::bigint from wide group by all").fetchall()
    counts = {reason: int(count) for reason, count in rows}
    kept = counts.pop("", 0)
    if not kept or not con.execute("select count(*) from tidy").fetchall()[0][0]:
        raise refuse("no_rows", title=plan.found.layout.title)
    return Reading(kept + sum(counts.values()), kept, counts, tuple(_notes(con, plan)))


def _notes(con: Connection, plan: Plan) -> list[Finding]:
    """What the reader should know of a file that was read."""
    (row,) = con.execute(
        "select count_if(period_start is null), count_if(unit = 'amount' and currency is null) from tidy"
    ).fetchall()
    notes = [Finding("import_note.no_period")] if row[0] else []
    notes += [Finding("import_note.no_currency")] if row[1] else []
    pairs = zip(plan.found.header, plan.found.roles, strict=True)
    unknown = ", ".join(f"'{name.strip()}'" for name, role in pairs if role is None)
    return [*notes, *([Finding("import_note.unused_columns", {"columns": unknown})] if unknown else [])]
