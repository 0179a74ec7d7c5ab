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
    kept, total = "filter (reason is null)", "filter (reason is not null)"
    sums = ", ".join(f"list(s{at}) {total}, sum(s{at}) {kept}" for at in plan.metrics)
    counts = f"coalesce(sum(rows_in) {kept}, 0)::bigint, count(distinct currency) {kept}"
    ((rows, currencies, *told),) = con.execute(f"select {counts}, {sums} from wide").fetchall()
    differs = [
        f"'{plan.found.header[at].strip()}' {said}"
        for at, named, total in zip(plan.metrics, told[::2], told[1::2], strict=True)
        if (said := _differs(plan.metrics[at][0], named, total, rows, currencies))
    ]
    if differs and ends_open(file):
        raise refuse("cut_off", title=plan.found.layout.title)
    return [Finding("import_note.totals_differ", {"differences": ", ".join(differs)})] if differs else []


def _differs(
    metric: str, totals: list[float | None] | None, total: float | None, rows: int, currencies: int
) -> str:
    """The largest total of a column and the sum of its rows; empty where they agree or say nothing."""
    named = [one for one in totals or [] if one is not None]
    if total is None or not named or metric in NOT_ADDITIVE or (metric in AMOUNTS and currencies > 1):
        return ""
    rounded = 0.005 * (rows + 1) if metric in (*AMOUNTS, *MEASURED) else 0.5
    if any(abs(one - total) <= rounded for one in (*named, sum(named))):
        return ""
    return " / ".join(_written(one) for one in (max(named), total))


def _written(value: float) -> str:
    """In both languages the same: Belgian separators."""
    return number(value, Unit.NUMBER, lang="nl", decimals=0 if is_whole(value) else 2)
