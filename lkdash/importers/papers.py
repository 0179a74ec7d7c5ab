"""The papers of one import, of which the period and the totals are told by its rows."""

import getpass
from datetime import UTC, datetime
from typing import Any

from lkdash.contracts import NOT_ADDITIVE, Papers
from lkdash.contracts.outcome import AMOUNTS
from lkdash.db import Connection, query_text
from lkdash.importers.content import Content
from lkdash.importers.template_periods import count_name


def papers_of(
    con: Connection, content: Content, *, import_id: str, file: str, by: str | None, at: datetime | None
) -> Papers:
    """The papers of the rows in the table `tidy`; by and at: who imports and when, else this user and now."""
    sums = con.execute(query_text("importers/totals")).fetchall()
    reading = content.reading
    return Papers(
        import_id=import_id,
        file=file,
        layout=content.layout,
        title=content.title,
        language=content.language,
        imported_at=(at or datetime.now(UTC)).isoformat(timespec="microseconds"),
        imported_by=by or _user(),
        rows_read=reading.rows_read,
        rows_kept=reading.rows_kept,
        rows_dropped=reading.rows_dropped,
        period=_period(con),
        totals=_totals(sums),
        currency=_currency(sums),
        demo=content.demo,
    )


def _period(con: Connection) -> dict[str, str] | None:
    (row,) = con.execute("select min(period_start), max(period_end) from tidy").fetchall()
    return {"start": row[0].isoformat(), "end": row[1].isoformat()} if row[0] else None


def _currency(sums: list[tuple[Any, ...]]) -> str:
    """That of all amounts; empty where there are several, or none is named."""
    named = {currency for metric, currency, *_ in sums if metric in AMOUNTS}
    return str(named.pop() or "") if len(named) == 1 else ""


def _totals(sums: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Per metric what the file adds up to; several currencies or counts apart, people as bounds."""
    totals: dict[str, Any] = {}
    for metric, currency, total, largest, high, parts, *count in sums:
        if metric in NOT_ADDITIVE:
            totals[metric] = (
                _number(largest)
                if largest == high
                else {"at_least": _number(largest), "at_most": _number(high)}
            )
        elif parts > 1:
            part = count_name(*count) if count[0] else currency or "?"
            totals.setdefault(metric, {})[part] = _number(total)
        else:
            totals[metric] = _number(total)
    return totals


def _number(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
