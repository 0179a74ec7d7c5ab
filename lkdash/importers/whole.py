"""Is a file whole? Its last line ends as its platform ends them, and its totals agree with its rows."""

from pathlib import Path

from lkdash.contracts import NOT_ADDITIVE, Finding, Unit, refuse
from lkdash.contracts.outcome import AMOUNTS, MEASURED
from lkdash.db import Connection
from lkdash.formats import is_whole, number
from lkdash.importers.plan import Plan
from lkdash.importers.recognise import Recognised
from lkdash.importers.records import ends_open


def refuse_cut(file: Path, found: Recognised) -> None:
    """Refusal for a last line without an end, where the platform always writes one."""
    if not found.layout.ends_open and ends_open(file):
        raise refuse("cut_off", title=found.layout.title)


def totals_note(con: Connection, plan: Plan, file: Path) -> list[Finding]:
    """A note with the columns whose total in the file is not the sum of its rows.

    Totals may count rows that an export leaves out. Refusal where the last line lacks its end as well.
    """
    told = [
        f"'{plan.found.header[at].strip()}' {said}"
        for at in plan.metrics
        if (said := _differs(con, plan, at))
    ]
    if told and ends_open(file):
        raise refuse("cut_off", title=plan.found.layout.title)
    return [Finding("import_note.totals_differ", {"differences": ", ".join(told)})] if told else []


def _differs(con: Connection, plan: Plan, at: int) -> str:
    """The largest total of a column and the sum of its rows; empty where they agree or say nothing."""
    metric, _ = plan.metrics[at]
    if metric in NOT_ADDITIVE:
        return ""
    kept = "filter (reason is null)"
    (row,) = con.execute(
        f"select list(s{at}) filter (reason is not null and s{at} is not null), sum(s{at}) {kept}, "
        f"sum(rows_in) {kept}, count(distinct currency) {kept} from wide"
    ).fetchall()
    named, total, rows, currencies = row
    if total is None or not named or (metric in AMOUNTS and currencies > 1):
        return ""
    rounded = 0.005 * (int(rows) + 1) if metric in (*AMOUNTS, *MEASURED) else 0.5
    if any(abs(one - total) <= rounded for one in (*named, sum(named))):
        return ""
    return " / ".join(_written(one) for one in (max(named), total))


def _written(value: float) -> str:
    """In both languages the same: Belgian separators."""
    return number(value, Unit.NUMBER, lang="nl", decimals=0 if is_whole(value) else 2)
