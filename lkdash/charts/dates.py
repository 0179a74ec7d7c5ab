"""An axis of dates, named by year or by school year as the rows are."""

import re
from datetime import date, timedelta

import pandas as pd

from lkdash.charts.marks import Part, named, two_lines

EDGE = timedelta(days=60)


def of_dates(rows: pd.DataFrame, moments: pd.DataFrame) -> Part:
    """From the first day shown to past the last; a year, or school year, has its name in its middle.

    rows, moments: as for in_time.
    """
    days = [*rows["starts"], *rows["ends"], *moments["starts"]]
    days += [moment["ends"] for moment in moments.to_dict("records") if moment["kind"] != "break"]
    first, last = min(days), max(days) + EDGE
    by_school_year = re.match(r"\d{4}-\d{4}", rows["period"].iloc[0])
    ticks = _school_years(first, last) if by_school_year else _years(first, last)
    return {"type": "date", "range": [first, last], "tickvals": list(ticks), **named(list(ticks.values()))}


def _school_years(first: date, last: date) -> dict[pd.Timestamp, str]:
    begins = range(first.year - (first.month < 9), last.year + (last.month >= 9))
    ticks = {pd.Timestamp(year + 1, 3, 1): two_lines(f"{year}-{year + 1}") for year in begins}
    return {middle: name for middle, name in ticks.items() if first <= middle.date() <= last}


def _years(first: date, last: date) -> dict[pd.Timestamp, str]:
    ticks = {pd.Timestamp(year, 7, 1): str(year) for year in range(first.year, last.year + 1)}
    return {middle: name for middle, name in ticks.items() if first <= middle.date() <= last}
