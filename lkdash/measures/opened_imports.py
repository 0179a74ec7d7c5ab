"""An imported figure by its id, and the files that it rests on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Table
from lkdash.contracts.period import OPEN, span
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.campaign import campaign_months
from lkdash.measures.compared import PAIR, RATE, compared
from lkdash.measures.imported import imported_counts, imported_sums
from lkdash.measures.imported_ids import (
    JOINED,
    SINCE,
    UNTIL,
    UNTOLD,
    WHOLE,
    Imported,
    channel_code,
    choice_of,
    parsed,
    slug,
)
from lkdash.measures.in_time import over_time
from lkdash.measures.outcomes import ADDED, NOTE_MEASURES, RATES, funnel, gains, reach, videos
from lkdash.measures.periods import campaign_so_far, together
from lkdash.measures.surveys import survey_tables

Asked = Callable[[Warehouse, Choice], Table]
TABLES: dict[str, Asked] = {"reach": reach, "gains": gains, "videos": videos, "funnel": funnel}
TABLES |= {"periods": together, "compared": compared}
NOTHING = Choice(editions=())
FILE = ["import_id", "file", "title", "imported_at"]
TEMPLATE, SURVEY, TOTAL = "TEMPLATE-", "SURVEY-", "TOTAAL-"
TAKEN_TOGETHER = tuple(f"{name}-{UNTOLD}-{UNTOLD}" for name in (JOINED.upper(), "TRECHTER", "TOTAAL"))


def imported_tables(warehouse: Warehouse, choice: Choice) -> Iterator[Table]:
    """Every table of imported figures for the months and examples of a choice."""
    for asked in TABLES.values():
        yield asked(warehouse, choice)
    yield imported_counts(warehouse, choice)
    yield imported_sums(warehouse, choice.lang)


def imported_figure(warehouse: Warehouse, figure_id: str, lang: Lang) -> Table:
    """The figure of this id as the table that shows it tells it; no row for an unknown one."""
    asked = parsed(figure_id)
    if asked is not None:
        for table in _candidates(warehouse, asked, replace(choice_of(asked, NOTHING), lang=lang)):
            if len(table.rows) and figure_id in set(table.rows["figure_id"]):
                return _alone(table, figure_id)
    return Table("one_figure", pd.DataFrame(columns=["figure_id"]), _none("note_id"), _none("source_id"))


def _candidates(warehouse: Warehouse, asked: Imported, choice: Choice) -> Iterator[Table]:
    """The tables that may hold the figure of an id, the long ones only where its days or channel say so."""
    if asked.channel.startswith(SURVEY):
        yield from survey_tables(warehouse, choice)
    elif _dated(asked):
        by = "week" if "_" in asked.days else "day"
        first, _, last = asked.days.partition("_")
        for start, end in (("", ""), (first[:7], ""), ("", (last or first)[:7])):
            near = replace(choice, by=by, first=start, last=end)
            yield from (asks(warehouse, near) for asks in (over_time, reach, gains))
        yield imported_counts(warehouse, choice)
        yield campaign_so_far(warehouse, choice)
    else:
        yield from imported_tables(warehouse, choice)


def _dated(asked: Imported) -> bool:
    return re.match(r"\d{4}-\d\d-\d\d", asked.days) is not None


def _none(key: str) -> pd.DataFrame:
    return pd.DataFrame(columns=[key, "text", "title", "short", "publisher", "date"])


def _alone(table: Table, figure_id: str) -> Table:
    """One figure of a table, with the notes on its measure."""
    rows = table.rows[table.rows["figure_id"] == figure_id].reset_index(drop=True)
    measure, missing = rows["measure"].iloc[0], rows["value"].isna().any()
    told = [
        missing if note == "absent" else measure in NOTE_MEASURES.get(note, (measure,))
        for note in table.notes["note_id"]
    ]
    return replace(table, rows=rows, notes=table.notes[pd.Series(told, dtype=bool, index=table.notes.index)])


def related(warehouse: Warehouse, figure_id: str, lang: Lang, role: str) -> Table:
    """The figures of the same channel and days that it rests on (role input) or that rest on it (user)."""
    asked = parsed(figure_id)
    ids = _related(warehouse, figure_id, asked, role) if asked else []
    found = [imported_figure(warehouse, name, lang) for name in ids]
    rows = [table.rows for table in found if len(table.rows)]
    first = found[0] if found else imported_figure(warehouse, "", lang)
    return replace(first, rows=pd.concat(rows, ignore_index=True) if rows else first.rows[:0])


def _related(warehouse: Warehouse, figure_id: str, asked: Imported, role: str) -> list[str]:
    pairs = compared(warehouse, choice_of(asked, NOTHING)).records if asked.metric == RATE else []
    if asked.channel.startswith(f"{PAIR.upper()}-"):
        own = [row["inputs"].split() for row in pairs if row["figure_id"] == figure_id]
        return own[0] if own and role == "input" else []
    users = [name for name, inputs in RATES.items() if asked.metric in inputs]
    metrics = RATES.get(asked.metric, ()) if role == "input" else users
    ids = [figure_id.removesuffix(asked.metric.upper()) + name.upper() for name in metrics]
    if role == "user":
        ids += [row["figure_id"] for row in pairs if figure_id in row["inputs"].split()]
    return ids


def files_of(warehouse: Warehouse, figure_id: str) -> pd.DataFrame:
    """The imports whose rows count in it: import_id, file, title, imported_at, first_day, last_day."""
    asked = parsed(figure_id)
    if asked is None:
        return pd.DataFrame(columns=[*FILE, "first_day", "last_day"])
    if asked.channel.startswith(f"{PAIR.upper()}-"):
        files = [files_of(warehouse, name) for name in _related(warehouse, figure_id, asked, "input")]
        return (
            pd.concat(files, ignore_index=True).drop_duplicates("import_id")
            if files
            else files_of(warehouse, "")
        )
    first, last = _days(warehouse, asked)
    metrics = {"answers"} if asked.channel.startswith(SURVEY) else _metrics(asked.metric)
    values = {"metrics": sorted(metrics), "first": first, "last": last, "demo": asked.example}
    values |= {"daily": _by_day(asked)}
    rows = warehouse.query("imported_files", **values)
    platforms = _platforms(warehouse, asked)
    own = rows[pd.Series([_belongs(row, asked, platforms) for row in rows.to_dict("records")], dtype=bool)]
    spans = own.groupby(FILE, sort=False, as_index=False)
    return spans.agg(first_day=("first_day", "min"), last_day=("last_day", "max"))


def _by_day(asked: Imported) -> bool:
    """Is it of a day or a week, of which only rows of one day tell?"""
    if not _dated(asked) or asked.channel.startswith(TEMPLATE):
        return False
    start, end = span(asked.days.replace("_", "/")) or (None, None)
    return start is not None and end is not None and (end - start).days < 7


def of_campaign(warehouse: Warehouse, figure_id: str) -> bool:
    """Is it of exactly the campaign's days?"""
    asked = parsed(figure_id)
    (period,) = warehouse.query("moments", kinds=["campaign"])["period"]
    return asked is not None and asked.days.replace("_", "/") == period


def _platforms(warehouse: Warehouse, asked: Imported) -> str | None:
    """Those that a criterion's total counts, separated by spaces; None where it counts all."""
    criteria = warehouse.query("criteria")
    named = criteria.loc[criteria["metric"] == asked.metric, "platforms"].dropna()
    return None if named.empty or not asked.channel.startswith(TOTAL) else str(named.iloc[0])


def of_platforms(platforms: object, figure_id: str) -> bool:
    """Is this imported figure of one of these platforms (separated by spaces; nothing = all)?"""
    asked = parsed(figure_id)
    codes = [slug(name) for name in ("" if is_missing(platforms) else str(platforms)).split()]
    return not codes or asked is None or asked.channel.split("-")[0] in codes


def _days(warehouse: Warehouse, asked: Imported) -> tuple[date | None, date | None]:
    if asked.channel.startswith(TOTAL) and asked.metric != "satisfaction":
        first, last = campaign_months(warehouse)
        return Choice(editions=(), first=first, last=last).days
    if asked.channel.startswith(TEMPLATE) or _dated(asked):
        return span(asked.days.replace("_", "/")) or (None, None)
    return choice_of(asked, NOTHING).days


def _metrics(metric: str) -> set[str]:
    """The metrics of the files behind a measure."""
    return {name for part in RATES.get(metric, (metric,)) for name in ADDED.get(part, (part,))}


def _belongs(row: dict[Any, Any], asked: Imported, platforms: str | None) -> bool:
    if platforms and row["platform"] not in platforms.split():
        return False
    if asked.channel in TAKEN_TOGETHER:
        return row["platform"] not in ("survey", "template") or asked.metric == "satisfaction"
    if _dated(asked) and not asked.channel.startswith(TEMPLATE):  # of a day or week: the platform's channels
        return channel_code(row["platform"]) == asked.channel
    own = channel_code(row["platform"], _network(row), row["paid"]).split("-")
    return all(
        code in (JOINED.upper(), part) for code, part in zip(asked.channel.split("-"), own, strict=True)
    )


def _network(row: dict[Any, Any]) -> str:
    """What tells the channel of a row apart: for counts what was counted by whom, for surveys its name."""
    if row["platform"] == "template":
        return f"{row['account']} {row['question'] or ''}"
    return str(row["account"] if row["platform"] == "survey" else row["network"])


def shown_by(figure_id: str, choice: Choice) -> Choice:
    """The choice, grouped and bounded so that its tables show the imported figure of this id."""
    asked = parsed(figure_id)
    if asked is None or asked.channel.startswith((SURVEY, TEMPLATE, TOTAL)):
        return choice
    if _dated(asked):
        by = "week" if "_" in asked.days else "day"
        return replace(choice, by=by, first="", last="") if _by_day(asked) else choice
    asking = choice_of(asked, choice)
    return replace(choice, by=asking.by, first=asking.first, last=asking.last)


def days_of(figure_id: str) -> str:
    """The period in the id of a channel's figure, as `period_words` takes it; else empty."""
    asked = parsed(figure_id)
    if asked is None or asked.days == WHOLE or _dated(asked):
        return ""
    if asked.channel.startswith((TEMPLATE, TOTAL)):
        return ""
    if asked.days.startswith(UNTIL):
        return f"{OPEN}/{asked.last}"
    return f"{asked.first}/{OPEN}" if asked.days.endswith(SINCE) else asked.days.replace("_", "/")
