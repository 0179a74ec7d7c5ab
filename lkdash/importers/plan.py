"""What is settled before a file is read: the metrics of its columns, its decimal sign, its order of dates."""

import csv
import re
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from lkdash.contracts import METRICS, refuse
from lkdash.importers.accounts import preamble_account
from lkdash.importers.layout import Role
from lkdash.importers.numbers import Sign, decimal_sign
from lkdash.importers.periods import preamble_period
from lkdash.importers.recognise import Recognised
from lkdash.importers.records import fits, records

SAMPLE = 20_000  # lines looked at; every later cell must fit what they settle
DAYS = ("day", "time")
STARTS = ("period_start", "x_start")
TOTAL = re.compile(r"^\s*(total|totaal|totale|totaux|gesamt)\s?:")
_DAY_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}")


Metrics = dict[int, tuple[str, bool | None]]
Sample = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Plan:
    """How the rows of one file are to be read.

    metrics: column → metric and whether it is paid. rates: column → the metric that follows from it and
    the impressions. period: of the whole file, where its preamble names one.
    """

    found: Recognised
    sign: Sign
    day_first: bool
    period: tuple[date, date] | None
    metrics: Metrics
    rates: dict[int, str]
    account: str
    ranges: dict[str, tuple[date, date]] = field(default_factory=dict)
    mixed_results: bool = False

    @property
    def days(self) -> list[int]:
        """The columns that date a row: its day, or its first and last."""
        at = self.found.at
        daily = [place for name in DAYS if (place := at(name)) is not None]
        return daily[:1] or [place for name in (*STARTS, "period_end") if (place := at(name)) is not None]


def sample_rows(body: Path, skip: int, found: Recognised) -> Sample:
    """The first rows that are as wide as the header and no totals, each with its line."""
    try:
        with body.open(encoding="utf-8-sig", newline="") as opened:
            rows = records(islice(opened, skip, skip + SAMPLE), found.delimiter, first=found.skip + 1)
            wide = ((line, row) for line, row in rows if fits(row, len(found.header)))
            return [(line, row) for line, row in wide if not is_total(row[0], found)]
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    except csv.Error as error:
        raise refuse("unreadable", title=found.layout.title) from error


def is_total(first: str, found: Recognised) -> bool:
    """Does a first cell head a total: 'Totaal: account', 'Total', or nothing where totals have no name?"""
    word = first.strip().casefold()
    if TOTAL.match(word) or word in found.layout.total_words:
        return True
    return found.layout.empty_first_is_total and not word


def plan_for(found: Recognised, sample: Sample) -> Plan:
    """The plan of a file; Refusal where its numbers or dates could be read in two ways."""
    metrics = {at: known for at, role in enumerate(found.roles) if role and (known := _metric(role, found))}
    metrics = _each_once(metrics, found)
    mixed = "results" in (name for name, _ in metrics.values()) and _kinds(sample, found) > 1
    if mixed:
        metrics = {at: known for at, known in metrics.items() if known[0] != "results"}
    numeric = [at for at, role in enumerate(found.roles) if at in metrics or _is_number(role)]
    rates = {
        at: role.name.removeprefix("rate_")
        for at, role in enumerate(found.roles)
        if role and role.name.startswith("rate_") and found.at("impressions") is not None
    }
    return Plan(
        found=found,
        sign=decimal_sign(
            ((row[at], line, found.header[at]) for line, row in sample for at in numeric),
            found.layout.numbers,
            found.lang,
        ),
        day_first=_day_first(sample, found),
        period=preamble_period(found.preamble),
        metrics=metrics,
        rates=rates,
        mixed_results=mixed,
        account=preamble_account(found.preamble),
    )


def _metric(role: Role, found: Recognised) -> tuple[str, bool | None] | None:
    if role.name in METRICS:
        return role.name, found.layout.paid
    promoted = role.name.removeprefix("promoted_")
    return (promoted, True) if promoted in METRICS else None


def _is_number(role: Role | None) -> bool:
    return role is not None and (role.name in ("number", "avg", "ua_rate") or role.name.startswith("rate_"))


def _each_once(metrics: Metrics, found: Recognised) -> Metrics:
    """One column a metric; several only where each is one goal's, and none where their total is there."""
    one_goal = {at for at in metrics if (role := found.roles[at]) and role.repeated}
    named = {known for at, known in metrics.items() if at not in one_goal}
    kept = {at: known for at, known in metrics.items() if at not in one_goal or known not in named}
    for known in named:
        places = [at for at, other in kept.items() if other == known]
        if len(places) > 1:
            columns = ", ".join(f"'{found.header[at].strip()}'" for at in places)
            told = {role.currency for at in places if (role := found.roles[at])}
            raise refuse("two_currencies" if all(told) and len(told) > 1 else "two_columns", columns=columns)
    return kept


def _kinds(sample: Sample, found: Recognised) -> int:
    """How many kinds of result a file mixes, which do not add up."""
    places = [at for at, role in enumerate(found.roles) if role and role.name == "result_kind"]
    return max((len({row[at].strip() for _, row in sample if row[at].strip()}) for at in places), default=0)


def _day_month(cell: str) -> re.Match[str] | None:
    return _DAY_MONTH.fullmatch(cell.strip())


def _day_first(sample: Sample, found: Recognised) -> bool:
    """Is 03-04-2019 the third of April? Told by a day above 12 somewhere, refused where nothing tells."""
    names = (*DAYS, *STARTS, "period_end")
    columns = [at for at, role in enumerate(found.roles) if role and role.name in names]
    cells = [(match, line, at) for line, row in sample for at in columns if (match := _day_month(row[at]))]
    if not cells:
        return True
    first, second = (max(int(match.group(part)) for match, _, _ in cells) for part in (1, 2))
    if (first > 12) == (second > 12):
        match, line, at = cells[0]
        raise refuse("ambiguous_date", cell=match.group(), line=line, column=found.header[at].strip())
    return first > 12
