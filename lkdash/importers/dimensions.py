"""Of one row of a file in SQL: its period, network, account, campaign and currency."""

import re

from lkdash.contracts.outcome import AMOUNTS
from lkdash.importers.plan import Plan

TEXTS = ("account", "campaign", "network", "currency")
SIGNS = {"€": "EUR", "EUR": "EUR", "$": "USD", "£": "GBP"}
_CELL = re.compile(r"\b[cdt]\d+\b")  # a column of the steps in importers/statement.py


def dimensions(plan: Plan) -> dict[str, str]:
    """How each column is told: period_start, period_end, network, account, campaign and currency."""
    start, end = _period(plan)
    at = {name: plan.found.at(name) for name in TEXTS}
    return {
        "period_start": start,
        "period_end": end,
        "network": _network(plan, at["network"]),
        "account": _account(plan, at["account"]),
        "campaign": _text(at["campaign"]),
        "currency": _currency(plan, at["currency"]),
    }


def told_apart(plan: Plan) -> tuple[list[str], dict[str, str]]:
    """The columns in which rows may differ, and how each other one follows from these or from the file."""
    told = dimensions(plan)
    first = {sql: name for name, sql in reversed(told.items())}
    differ = [name for name, sql in told.items() if _CELL.search(sql) and first[sql] == name]
    rest = {name: first[sql] if _CELL.search(sql) else sql for name, sql in told.items()}
    return differ, {name: sql for name, sql in rest.items() if name not in differ}


def _period(plan: Plan) -> tuple[str, str]:
    days = plan.days
    if days:
        return f"d{days[0]}", f"d{days[-1]}"
    place = plan.found.at("range")
    if place is not None:
        return f"$starts[list_position($ranges, t{place})]", f"$ends[list_position($ranges, t{place})]"
    return ("$start::date", "$end::date") if plan.period else ("null::date", "null::date")


def _text(at: int | None) -> str:
    return "''" if at is None else f"coalesce(t{at}, '')"


def _network(plan: Plan, at: int | None) -> str:
    layout = plan.found.layout
    if at is None:
        return "'video'" if plan.rates and not layout.network else f"'{layout.network}'"
    return f"coalesce($networks[list_position($network_words, lower(t{at}))], lower(t{at}), '')"


def _account(plan: Plan, at: int | None) -> str:
    link = plan.found.at("permalink")
    if at is None and link is not None:
        return f"coalesce(regexp_extract(t{link}, '(?:twitter|x)\\.com/([A-Za-z0-9_]+)/', 1), '')"
    return "$account" if at is None and plan.account else _text(at)


def _currency(plan: Plan, at: int | None) -> str:
    if at is not None:
        signs = " ".join(f"when '{sign}' then '{code}'" for sign, code in SIGNS.items())
        return f"(case t{at} {signs} else upper(t{at}) end)"
    named = next((role.currency for role in plan.found.roles if role and role.currency), "")
    if named:
        return f"'{named}'"
    cases = [
        f"when contains(c{column}, '{sign}') then '{code}'"
        for column, (metric, _) in plan.metrics.items()
        if metric in AMOUNTS
        for sign, code in SIGNS.items()
    ]
    return f"(case {' '.join(cases)} end)" if cases else "null::varchar"


def places(plan: Plan) -> list[int]:
    """The columns of which the words are read."""
    names = (*TEXTS, "permalink", "range")
    return [at for name in names if (at := plan.found.at(name)) is not None]
