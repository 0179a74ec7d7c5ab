"""An imported figure by its id, and the files that it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Table
from lkdash.contracts.period import OPEN
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.aside import left_out, left_out_of_campaign, pairs
from lkdash.measures.compared import compared
from lkdash.measures.imported import imported_counts, imported_sums
from lkdash.measures.imported_files import NOTHING, SURVEY, TEMPLATE, TOTAL, by_day, is_dated
from lkdash.measures.imported_ids import (
    SINCE,
    UNTIL,
    WHOLE,
    Imported,
    choice_of,
    parsed,
)
from lkdash.measures.in_time import over_time
from lkdash.measures.outcome_table import NOTE_MEASURES
from lkdash.measures.outcomes import funnel, gains, reach, videos
from lkdash.measures.periods import campaign_sides, campaign_so_far, days_gone, together
from lkdash.measures.rates import RATES, whole_of
from lkdash.measures.sides import sides
from lkdash.measures.surveys import survey_tables

Asked = Callable[[Warehouse, Choice], Table]
TABLES: dict[str, Asked] = {"reach": reach, "gains": gains, "videos": videos, "funnel": funnel}
TABLES |= {"periods": together, "compared": compared, "left_out": left_out, "pairs": pairs}
TABLES |= {"sides": sides, "sides_together": lambda w, choice: sides(w, replace(choice, by="whole"))}


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
    elif is_dated(asked):
        by = "week" if "_" in asked.days else "day"
        first, _, last = asked.days.partition("_")
        for start, end in (("", ""), (first[:7], ""), ("", (last or first)[:7])):
            near = replace(choice, by=by, first=start, last=end)
            yield from (asks(warehouse, near) for asks in (over_time, reach, gains, sides))
        yield imported_counts(warehouse, choice)
        yield campaign_so_far(warehouse, choice)
        yield campaign_sides(warehouse, choice)
        yield days_gone(warehouse, choice)
        yield left_out_of_campaign(warehouse, choice)
    else:
        yield from imported_tables(warehouse, choice)


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
    about = figure_id.removesuffix(asked.metric.upper())
    if role == "input":
        (row,) = imported_figure(warehouse, figure_id, "nl").records or [{"value": None}]
        named = RATES.get(asked.metric, ()) if not is_missing(row["value"]) else ()
        return _inputs(row) or [_side(warehouse, about, side) for side in named]
    rates = [
        about + name.upper()
        for name, inputs in RATES.items()
        if _is_told(warehouse, about + name.upper())
        and any(_side(warehouse, about, side) == figure_id for side in inputs if _of(side, asked.metric))
    ]
    choice = replace(choice_of(asked, NOTHING), lang="nl")
    users = [
        row["figure_id"]
        for table in _candidates(warehouse, asked, choice)
        for row in (table.records if "inputs" in table.rows else [])
        if figure_id in _inputs(row)
    ]
    return list(dict.fromkeys([*rates, *users]))


def _is_told(warehouse: Warehouse, figure_id: str) -> bool:
    rows = imported_figure(warehouse, figure_id, "nl").rows
    return len(rows) > 0 and bool(rows["value"].notna().all())


def _inputs(row: dict[str, Any]) -> list[str]:
    """The ids that a row names itself as what it is made of."""
    return [] if is_missing(row.get("inputs")) else str(row["inputs"]).split()


def _of(side: str, metric: str) -> bool:
    return metric in (side, whole_of(side))


def _side(warehouse: Warehouse, about: str, side: str) -> str:
    """The id of a side of a rate; that of the whole sum where the rate counts with all of it."""
    own = about + side.upper()
    told = len(imported_figure(warehouse, own, "nl").rows)
    return own if told else about + whole_of(side).upper()


def shown_by(figure_id: str, choice: Choice) -> Choice:
    """The choice, grouped and bounded so that its tables show the imported figure of this id."""
    asked = parsed(figure_id)
    if asked is None or asked.channel.startswith((SURVEY, TEMPLATE, TOTAL)):
        return choice
    if is_dated(asked):
        by = "week" if "_" in asked.days else "day"
        return replace(choice, by=by, first="", last="") if by_day(asked) else choice
    asking = choice_of(asked, choice)
    return replace(choice, by=asking.by, first=asking.first, last=asking.last)


def days_of(figure_id: str) -> str:
    """The period in the id of a channel's figure, as `period_words` takes it; else empty."""
    asked = parsed(figure_id)
    if asked is None or asked.days == WHOLE or is_dated(asked):
        return ""
    if asked.channel.startswith((TEMPLATE, TOTAL)):
        return ""
    if asked.days.startswith(UNTIL):
        return f"{OPEN}/{asked.last}"
    return f"{asked.first}/{OPEN}" if asked.days.endswith(SINCE) else asked.days.replace("_", "/")
