"""The tidy rows of an export, from the rows that were added up: one a metric.

They are made as they are read, however many there are, unless some have to be added up once more.
"""

from lkdash.contracts import NOT_ADDITIVE
from lkdash.contracts.outcome import AMOUNTS
from lkdash.db import Connection, query_text
from lkdash.importers.blanks import blank_names, count_patterns
from lkdash.importers.plan import Plan

ADDED = """create table parts as
select * exclude (value, value_high),
    case when count(value_high) > 0 then max(value) else sum(value) end as value,
    sum(value_high) as value_high
from ({told})
group by all
order by all"""


def make_tidy(con: Connection, plan: Plan) -> None:
    """The relation `tidy` from the table `wide`; words of ours are kept as numbers beside a list of them."""
    con.execute(f"create type word as enum ({', '.join(map(repr, _words(plan)))})")
    apart = count_patterns(con)
    told = " union all ".join(_parts(plan, apart))
    several = apart or _several(con, plan)
    con.execute(ADDED.format(told=told) if several else f"create view parts as {told}")
    con.execute(query_text("importers/tidy"))


def _words(plan: Plan) -> list[str]:
    """Platform, units and metrics, in the order in which rows are sorted by them."""
    metrics = {name for name, _ in plan.metrics.values()} | set(plan.rates.values())
    return sorted({plan.found.layout.platform, "number", "amount", *metrics})


def _several(con: Connection, plan: Plan) -> bool:
    """May a metric of the same days and campaign be told in more than one row or column of `wide`?"""
    told = [*plan.metrics.values(), *((name, plan.found.layout.paid) for name in plan.rates.values())]
    currencies = "select count(distinct coalesce(currency, '')) from wide where reason is null"
    return len(set(told)) < len(told) or con.execute(currencies).fetchall()[0][0] > 1


def _parts(plan: Plan, apart: bool) -> list[str]:
    """A query a column. apart: `wide` tells how many patterns of open cells a group has."""
    selects = []
    for at, (metric, paid) in plan.metrics.items():
        least, most = (f"least{at}", f"s{at}") if metric in NOT_ADDITIVE else (f"s{at}", "null")
        selects.append(_part(plan, metric, paid, least, most, apart))
    paid = plan.found.layout.paid
    return selects + [
        _part(plan, name, paid, f"round(s{at})", "null", apart) for at, name in plan.rates.items()
    ]


def _part(plan: Plan, metric: str, paid: bool | None, value: str, high: str, apart: bool) -> str:
    flag = "null::boolean" if paid is None else str(paid).lower()
    platform = plan.found.layout.platform
    unit, currency = ("amount", "currency") if metric in AMOUNTS else ("number", "null::varchar")
    blank = blank_names(plan, paid) if apart else "null"
    return (
        f"select period_start, period_end, '{platform}'::word as platform, network, account, campaign, "
        f"{flag} as paid, '{metric}'::word as metric, {value}::double as value, "
        f"{high}::double as value_high, '{unit}'::word as unit, {currency} as currency, "
        "null::varchar as question, null::varchar as audience, null::integer as answer, "
        f"{blank}::varchar as blank from wide where reason is null and {value} is not null"
    )
