"""What reading a file gives: the relation `tidy` in the connection, and what happened to the rows."""

from dataclasses import dataclass, field
from datetime import date

from lkdash.contracts import Finding
from lkdash.db import Connection, query_text


@dataclass(frozen=True)
class Reading:
    """Rows read, kept and dropped by reason; notes: what the reader should know though nothing is refused.

    columns: printed name → the metric, or else the part of a row, that it was read as.
    """

    rows_read: int
    rows_kept: int
    rows_dropped: dict[str, int]
    notes: tuple[Finding, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """One count that is not from a platform's table: of a survey or of the template."""

    metric: str
    value: float
    period_start: date | None
    period_end: date | None
    account: str = ""
    campaign: str = ""
    question: str | None = None
    audience: str | None = None
    answer: int | None = None


PARTS = """create table parts (
    metric varchar, value double, period_start date, period_end date, account varchar, campaign varchar,
    question varchar, audience varchar, answer integer, platform varchar, network varchar default '',
    paid boolean, value_high double, unit varchar default 'number', currency varchar, blank varchar)"""
INSERT = """insert into parts
    (platform, metric, value, period_start, period_end, account, campaign, question, audience, answer)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write_counts(con: Connection, platform: str, counts: list[Counted]) -> None:
    """Make the relation `tidy` from counts."""
    con.execute(PARTS)
    con.executemany(INSERT, [(platform, *vars(count).values()) for count in counts])
    con.execute(query_text("importers/tidy"))
