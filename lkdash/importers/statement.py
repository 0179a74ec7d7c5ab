"""The SQL of one import, put together from roles and column positions; never from words in the file.

What a cell means is in sql/importers/parse.sql. Steps: trimmed (totals named), cells (missing ones
empty), parsed (numbers and days), typed (periods and names), and then added up.
"""

import re
from typing import Any

from lkdash.contracts import NOT_ADDITIVE
from lkdash.importers.blanks import blank
from lkdash.importers.dimensions import dimensions, places, told_apart
from lkdash.importers.plan import TOTAL, Plan
from lkdash.importers.wrong import wrong_cells

# The same words for DuckDB, whose spaces do not include the ones that do not break.
_TOTAL = TOTAL.pattern.replace(r"\s?:", r"[\s\x{a0}\x{202f}]?:")


def wide(plan: Plan) -> str:
    """A table with a row a total, or else a day, network, account, campaign, currency and open metrics.

    In this order, so that the rows made of them need no sorting; bad: does a row hold what must not be?
    Grouped and sorted by what rows may differ in: of millions of groups each column more takes seconds.
    """
    differ, rest = told_apart(plan)
    bad = " or ".join(f"({wrong})" for wrong in wrong_cells(plan).values()) or "false"
    total = "case when reason is not null then concat_ws(' ', reason, c0) end as reason"
    keys = ", ".join([total, *differ, f"{blank(plan)} as blank"])
    sums = ", ".join(["count(*) as rows_in", f"coalesce(bool_or({bad}), false) as bad", *_sums(plan)])
    order = f" order by {', '.join(differ)}" if differ else ""
    columns = ", ".join(["*", *(f"{sql} as {name}" for name, sql in rest.items())])
    added_up = f"select {keys}, {sums} from typed group by all{order}"
    return f"create table wide as {typed(plan)} select {columns} from ({added_up})"


def used(plan: Plan) -> list[int]:
    """The places of the columns that are read; a row is empty where these are."""
    return sorted({0, *plan.metrics, *plan.rates, *plan.days, *places(plan)})


def typed(plan: Plan, extra: str = "") -> str:
    """The steps up to a relation `typed` with a row a row of the file; extra: more columns to carry along."""
    numbers = [*plan.metrics, *plan.rates]
    worded = sorted({*plan.days, *places(plan)} - set(numbers))
    trimmed = ["*", f"{_reason(plan)} as reason", *(f"trim(c{at}) as w{at}" for at in worded)]
    cells = ["*", *(f"cell(w{at}) as t{at}" for at in worded)]
    first = str(plan.day_first).lower()
    # True of every row; without a condition, a cell is parsed once a use, which takes half as long again.
    read = "reason is null or reason = 'total'"
    parsed = [f"case when {read} then {_number(at, plan)} end as n{at}" for at in numbers]
    parsed += [f"case when reason is null then day_of(t{at}, {first}) end as d{at}" for at in plan.days]
    # Empty rows, as spreadsheets leave below a table; only of columns that are read anyway, for speed.
    filled = " or ".join(f"c{at} is not null" for at in used(plan))
    carried = f", {extra}" if extra else ""
    told = ", ".join(f"{sql} as {name}" for name, sql in dimensions(plan).items())
    return (
        f"with trimmed as (select {', '.join(trimmed)}{carried} from body where {filled}), "
        f"cells as (select {', '.join(cells)} from trimmed), "
        f"parsed as (select *{''.join(f', {p}' for p in parsed)} from cells), "
        f"typed as (select *, {told} from parsed)"
    )


def parameters(plan: Plan, sql: str) -> dict[str, Any]:
    """The values that a statement asks for."""
    networks = plan.found.layout.networks
    values: dict[str, Any] = {
        "network_words": [word for word, _ in networks],
        "networks": [network for _, network in networks],
        "account": plan.account,
        "ranges": list(plan.ranges),
        "starts": [start for start, _ in plan.ranges.values()],
        "ends": [end for _, end in plan.ranges.values()],
        "total_words": list(plan.found.layout.total_words),
    }
    if plan.period:
        values |= {"start": plan.period[0], "end": plan.period[1]}
    return {name: value for name, value in values.items() if re.search(rf"\${name}\b", sql)}


def _number(at: int, plan: Plan) -> str:
    """A cell's number: as it stands, else without spaces, else without currency or percent sign."""
    number, cell = f"number_{plan.sign}", f"cell(trim(c{at}))"
    return f"coalesce({number}(c{at}), {number}({cell}), {number}(bare({cell})))"


def _reason(plan: Plan) -> str:
    layout = plan.found.layout
    total = [f"(contains(c0, ':') and regexp_matches(lower(c0), '{_TOTAL}'))"]
    if layout.total_words:
        total.append("list_contains($total_words, lower(trim(c0)))")
    if layout.empty_first_is_total:
        total.append("trim(coalesce(c0, '')) = ''")
    if layout.named_rows:
        name = next(
            at for role in ("campaign", "ad_group", "item") if (at := plan.found.at(role)) is not None
        )
        total.append(f"trim(coalesce(c{name}, '')) = ''")
    return f"case when {' or '.join(total)} then 'total' end"


def _sums(plan: Plan) -> list[str]:
    out = [f"sum(n{at}) as s{at}" for at in plan.metrics]
    out += [f"max(n{at}) as least{at}" for at, (metric, _) in plan.metrics.items() if metric in NOT_ADDITIVE]
    seen = plan.found.at("impressions")
    part = "case when contains(c{at}, '%') or n{at} > 1 then n{at} / 100 else n{at} end"
    return out + [f"sum(({part.format(at=at)}) * n{seen}) as s{at}" for at in plan.rates]
