"""Public figures of other sources: each series for itself, with its publisher, address and confidence."""

import re
from collections.abc import Hashable
from typing import Any

import pandas as pd

from lkdash.contracts import Lang, Table
from lkdash.contracts.period import OPEN, span
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing, marked
from lkdash.measures.kept import kept
from lkdash.measures.papers import figure_text, none_for_missing
from lkdash.measures.words import in_language
from lkdash.texts import text

# Series that a page shows under one heading. Counts that are not the same are never joined.
GROUPS: dict[str, tuple[str, ...]] = {
    "staff": ("staff_fte", "staff_persons"),
    "launch": ("teachers_needed_low", "teachers_needed_high", "teachers_named", "successor_cost"),
    "counts": ("started", "enrolments_six_routes", "students", "study_starters"),
    "jobseekers": ("jobseekers",),
    "entrance": ("entrance_registered", "entrance_completed", "entrance_passed_started", "entrance_maths"),
    "changes": (
        "started_change_preprimary",
        "started_change_primary",
        "started_change_secondary",
        "education_courses_change",
        "training_change",
        "students_change",
    ),
}


@kept()
def references(warehouse: Warehouse, lang: Lang, *series: str, gaps: bool = False) -> pd.DataFrame:
    """Public figures of other sources: label, basis and text in this language, a row a figure.

    gaps: also a row without a value for each year that a yearly series skips.
    """
    rows = warehouse.query("reference_figures", series=list(series), gaps=gaps)
    rows = rows.assign(measure=rows["series"], origin="reference", bias=none_for_missing(rows["bias"]))
    worded = in_language(rows, lang)
    return worded.assign(text=[_text(row, lang) for row in worded.to_dict("records")])


def _text(row: dict[Hashable, Any], lang: Lang) -> str:
    if is_missing(row["figure_id"]):
        return marked(text("reference.gap", lang), str(row["status"]))
    if row["unit"] == "interval":
        return period_words(str(row["value_text"]), lang)
    return figure_text(row | {"signed": row["change"]}, lang)


@kept()
def references_in_time(warehouse: Warehouse, lang: Lang, *series: str) -> pd.DataFrame:
    """The same with rows for skipped years, and when (in words), starts, ends (None for an open period)."""
    rows = references(warehouse, lang, *series, gaps=True)
    spans = [span(period) or (None, None) for period in rows["period"]]
    return rows.assign(
        when=[period_words(period, lang) for period in rows["period"]],
        starts=pd.Series([first for first, _ in spans], index=rows.index, dtype="object"),
        ends=pd.Series([last for _, last in spans], index=rows.index, dtype="object"),
    )


@kept()
def reference_table(warehouse: Warehouse, name: str, lang: Lang, *series: str) -> Table:
    """The figures of these series as a Table, for a file: each figure is its own source."""
    rows = references(warehouse, lang, *series)
    based = [
        label if is_missing(basis) else f"{label} ({basis})"
        for label, basis in zip(rows["label"], rows["basis"], strict=True)
    ]
    sources = rows.assign(
        source_id=rows["figure_id"],
        title=[_paper(row, lang) for row in rows.to_dict("records")],
        short=rows["publisher"],
        date=rows["date_published"],
    )
    shown = rows.assign(
        plain=rows["label"], label=based, source_id=rows["figure_id"], formula=None, place=None
    )
    notes = pd.DataFrame(columns=["note_id", "text"])
    return Table(name, shown, notes, sources)


def _paper(row: dict[Hashable, Any], lang: Lang) -> str:
    dated = "" if is_missing(row["date_published"]) else f", {day(row['date_published'], lang=lang)}"
    sure = text("reference.confidence", lang, word=text(f"confidence.{row['confidence']}", lang))
    return f"{row['publisher']}{dated}, {row['url']} ({sure})"


def period_words(period: str, lang: Lang) -> str:
    """A period in words: '23 april 2019 tot 5 oktober 2019', 'tot en met 2020', '2017-2018'."""
    start, _, end = period.partition("/")
    if not end:
        return _part(start, lang)
    if start == OPEN:
        return text("period.until", lang, end=_part(end, lang))
    if end == OPEN:
        return text("period.from", lang, start=_part(start, lang))
    return text("period.between", lang, start=_part(start, lang), end=_part(end, lang))


def _part(part: str, lang: Lang) -> str:
    return part if re.fullmatch(r"\d{4}(-\d{4})?", part) else _day(part, lang)


def _day(part: str, lang: Lang) -> str:
    return day(part, lang=lang) if re.fullmatch(r"\d{4}(-\d\d){1,2}", part) else part
