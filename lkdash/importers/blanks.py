"""Rows that leave a metric open while others fill it in: kept apart, so that rates pair row with row.

Missing is never 0. A row tells which metrics it leaves open by the bits of one number, `blank`.
"""

from lkdash.contracts import NOT_ADDITIVE, PAIRED, Finding
from lkdash.db import Connection
from lkdash.importers.plan import Plan

Told = tuple[str, bool | None]


def blank(plan: Plan) -> str:
    """The bits of a row of the relation `typed`; 0 of totals."""
    bits = [
        f"case when {' and '.join(f'n{at} is null' for at in columns)} then {1 << bit} else 0 end"
        for bit, columns in enumerate(_told(plan).values())
    ]
    return f"(case when reason is null then {' + '.join(bits)} else 0 end)" if bits else "0"


def blank_names(plan: Plan, paid: bool | None) -> str:
    """The metrics that a row of `wide` leaves open and others of its days and campaign do not; else NULL."""
    named = [
        f"case when blank & {1 << bit} > 0 then '{metric}' end"
        for bit, (metric, of) in enumerate(_told(plan))
        if of == paid
    ]
    return (
        f"case when patterns > 1 then nullif(concat_ws(', ', {', '.join(named)}), '') end"
        if named
        else "null"
    )


def count_patterns(con: Connection) -> bool:
    """Add to `wide` how many patterns of open cells there are per days and campaign; False where none is."""
    (row,) = con.execute("select coalesce(max(blank), 0) from wide").fetchall()
    if not row[0]:
        return False
    # An amount that is open names no currency, so that currencies set no rows apart here.
    of = "reason, period_start, period_end, network, account, campaign"
    patterns = f"count(distinct blank) over (partition by {of}) as patterns"
    con.execute(f"create or replace table wide as select *, {patterns} from wide")
    return True


def blank_note(con: Connection, plan: Plan) -> list[Finding]:
    """A note with the columns that some rows leave open, and how many do."""
    told = _told(plan)
    counts = ", ".join(f"sum(rows_in) filter (blank & {1 << bit} > 0)" for bit in range(len(told)))
    if not told:
        return []
    (row,) = con.execute(f"select sum(rows_in), {counts} from wide where reason is null").fetchall()
    rows, *open_rows = row
    named = [
        f"'{plan.found.header[columns[0]].strip()}' ({count})"
        for (_, columns), count in zip(told.items(), open_rows, strict=True)
        if count and count < rows and plan.metrics[columns[0]][1] == plan.found.layout.paid
    ]
    return [Finding("import_note.blank_cells", {"columns": ", ".join(named)})] if named else []


def _told(plan: Plan) -> dict[Told, list[int]]:
    """The columns of each metric that rates or bounds of people are made of."""
    told: dict[Told, list[int]] = {}
    for at, known in plan.metrics.items():
        if known[0] in (*PAIRED, *NOT_ADDITIVE):
            told.setdefault(known, []).append(at)
    return told
