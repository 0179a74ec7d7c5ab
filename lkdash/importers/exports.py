"""Reads a platform's export into tidy rows: one pass of DuckDB, added up by day and campaign."""

import re
from dataclasses import replace
from pathlib import Path

from lkdash.contracts import Finding, Refusal, refuse
from lkdash.db import Connection, QueryError, is_full, query_text
from lkdash.importers.blanks import blank_note
from lkdash.importers.body import body_of
from lkdash.importers.dimensions import TEXTS
from lkdash.importers.located import refuse_bad_cells, rows_of
from lkdash.importers.parts import make_tidy
from lkdash.importers.periods import days_in
from lkdash.importers.plan import DAYS, STARTS, Plan, is_total, plan_for, sample_rows
from lkdash.importers.reading import Reading
from lkdash.importers.recognise import Recognised
from lkdash.importers.records import line_at
from lkdash.importers.statement import parameters, wide
from lkdash.importers.whole import refuse_cut, totals_note

MOST_REJECTS = 1000


def read_export(con: Connection, file: Path, found: Recognised, work: Path) -> Reading:
    """Make the relation `tidy`; Refusal where a row, number or day cannot be read."""
    body, skip = body_of(file, found, work)
    con.execute(query_text("importers/parse"))
    _scan(con, body, skip, found)
    try:
        plan = _with_ranges(con, _planned(con, file, body, skip, found), body, skip)
        statement = wide(plan)
        con.execute(statement, parameters(plan, statement) or None)
        totals = _excused(con, found, body, found.skip - skip)
        refuse_cut(file, found)
        refuse_bad_cells(con, plan, body, skip)
        make_tidy(con, plan)
    except QueryError as error:
        if is_full(error):
            raise
        raise _unreadable(error, found) from error
    return _reading(con, plan, totals, totals_note(con, plan, file))


def _planned(con: Connection, file: Path, body: Path, skip: int, found: Recognised) -> Plan:
    """The plan; damage comes before a doubt about numbers or dates that it may have caused."""
    sample = sample_rows(body, skip, found)
    try:
        if not sample:
            raise refuse("no_rows", title=found.layout.title)
        return plan_for(found, sample)
    except Refusal:
        con.execute("select count(*) from body").fetchall()
        _excused(con, found, body, found.skip - skip)
        refuse_cut(file, found)
        raise


def _scan(con: Connection, body: Path, skip: int, found: Recognised) -> None:
    """A view `body` of the file's rows, all text; rows of another width land in `reject_errors`."""
    columns = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(len(found.header)))
    path = str(body).replace("'", "''")
    con.execute(
        f"create view body as from read_csv('{path}', auto_detect = false, header = false, skip = {skip}, "
        f"delim = '{found.delimiter}', quote = '\"', escape = '\"', columns = {{{columns}}}, "
        f"store_rejects = true, rejects_limit = {MOST_REJECTS}, strict_mode = true)"
    )


def _with_ranges(con: Connection, plan: Plan, body: Path, skip: int) -> Plan:
    """The periods that a comparison column names; Refusal for one that names none."""
    at = plan.found.at("range")
    if at is None:
        return plan
    named = [row[0] or "" for row in con.execute(f"select distinct trim(c{at}) from body").fetchall()]
    spans = {name: days_in(name) for name in named if not is_total(name, plan.found)}
    for name, days in spans.items():
        if len(days) != 2 or days[0] > days[1]:
            rows = rows_of(body, skip, plan.found)
            line = next((line for line, row in rows if row[at].strip() == name), plan.found.skip)
            kind = "unreadable_range" if len(days) != 2 else "ends_before_start"
            raise refuse(kind, cell=name, line=line, column=plan.found.header[at].strip())
    return replace(plan, ranges={name: (days[0], days[1]) for name, days in spans.items()})


def _unreadable(error: Exception, found: Recognised) -> Refusal:
    said = str(error)
    if "unicode" in said.lower() or "utf-8" in said.lower():
        return refuse("encoding")
    line = re.search(r"[Ll]ine:? (\d+)", said)
    if line:
        return refuse("damaged_row", title=found.layout.title, line=line.group(1))
    return refuse("unreadable", title=found.layout.title)


def _excused(con: Connection, found: Recognised, body: Path, above: int) -> int:
    """How many totals are narrower than the header; Refusal for any other row of another width.

    above: the file's lines that the reader did not see.
    """
    rejected = "select line_byte_position, csv_line, error_type::varchar from reject_errors order by line"
    rows = con.execute(rejected).fetchall()
    if len(rows) >= MOST_REJECTS:  # the reader keeps no more: damage among the rest would go unseen
        raise refuse("unreadable", title=found.layout.title)
    totals = 0
    for place, text, kind in rows:
        if "ENCOD" in kind:
            raise refuse("encoding")
        words = (text or "").strip()
        total = kind == "MISSING COLUMNS" and is_total(words.split(found.delimiter)[0].strip('" '), found)
        if words and not total:
            raise refuse("damaged_row", title=found.layout.title, line=line_at(body, place) + above)
        totals += bool(words)
    return totals


def _reading(con: Connection, plan: Plan, totals: int, noted: list[Finding]) -> Reading:
    dropped = "case when reason is null then '' else 'total' end"
    rows = con.execute(f"select {dropped}, sum(rows_in)::bigint from wide group by all").fetchall()
    counts = {reason: int(count) for reason, count in rows}
    kept = counts.pop("", 0)
    if totals:
        counts["total"] = counts.get("total", 0) + totals
    if not kept or not con.execute("select count(*) from tidy").fetchall()[0][0]:
        raise refuse("no_rows", title=plan.found.layout.title)
    notes = (*noted, *_notes(con, plan))
    return Reading(kept + sum(counts.values()), kept, counts, notes, _read_as(plan))


def _read_as(plan: Plan) -> dict[str, str]:
    """Each column that is kept: its metric, or the part of a row that it gives."""
    parts = {**dict.fromkeys((*DAYS, *STARTS, "period_end", "range"), "when"), **dict.fromkeys(TEXTS)}
    numbers = {at: metric for at, (metric, _) in plan.metrics.items()} | plan.rates
    named = {
        at: parts[role.name] or role.name
        for at, role in enumerate(plan.found.roles)
        if role and role.name in parts
    }
    columns = sorted((named | numbers).items())
    return {plan.found.header[at].strip().lstrip("\ufeff"): read_as for at, read_as in columns}


def _notes(con: Connection, plan: Plan) -> list[Finding]:
    """What the reader should know of a file that was read."""
    (row,) = con.execute(
        "select count_if(period_start is null), count_if(unit = 'amount' and currency is null) from tidy"
    ).fetchall()
    notes = [Finding("import_note.no_period")] if row[0] else []
    notes += [Finding("import_note.no_currency")] if row[1] else []
    notes += [Finding("import_note.mixed_results")] if plan.mixed_results else []
    pairs = zip(plan.found.header, plan.found.roles, strict=True)
    unknown = ", ".join(f"'{name.strip()}'" for name, role in pairs if role is None)
    notes += blank_note(con, plan)
    return [*notes, *([Finding("import_note.unused_columns", {"columns": unknown})] if unknown else [])]
