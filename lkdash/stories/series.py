"""Sentences on a series of another source: its values, its gaps, and what they do not allow to say."""

import pandas as pd

from lkdash.contracts import Lang, PeriodKind
from lkdash.formats import is_missing
from lkdash.measures import period_words
from lkdash.stories.figures import said
from lkdash.texts import listed, text

_WORDS = {PeriodKind.DATE: "story.on_day", PeriodKind.INTERVAL: "story.over"}


def series(rows: pd.DataFrame, lang: Lang) -> str:
    """Every value with its period, then the years for which none was found."""
    present = rows[rows["value"].notna()].to_dict("records")
    parts = [
        text(
            _WORDS.get(row["period_kind"], "story.in_period"),
            lang,
            value=said({str(name): cell for name, cell in row.items()}, lang),
            period=period_words(row["period"], lang),
        )
        for row in present
    ]
    gaps = [period_words(period, lang) for period in rows[rows["value"].isna()]["period"]]
    absent = f" {text('reference.gap', lang).capitalize()}: {listed(gaps, lang)}." if gaps else ""
    return f"{listed(parts, lang)}.{absent}"


def imported(rows: pd.DataFrame, moments: pd.DataFrame, lang: Lang) -> str:
    """One imported series: what was counted, its source, every value with its period; the same warning."""
    told = text("story.named", lang, label=rows["label"].iloc[0], value=series(rows, lang))
    return " ".join([told, *_across(rows, moments, lang)])


def series_in_time(rows: pd.DataFrame, moments: pd.DataFrame, lang: Lang) -> str:
    """The same, and a warning where there is one figure alone or a break between the first and the last."""
    present = rows[rows["value"].notna()]
    parts = [series(rows, lang)]
    if len(present) == 1 and not present["change"].iloc[0]:
        parts.append(text("intake.alone", lang))
    return " ".join([*parts, *_across(present, moments, lang)])


def _across(present: pd.DataFrame, moments: pd.DataFrame, lang: Lang) -> list[str]:
    """A sentence for each break between the first and the last figure."""
    return [
        text("intake.across", lang, event=row["text"], when=row["when"])
        for row in moments[moments["kind"] == "break"].to_dict("records")
        if datable(present) and min(present["starts"]) < row["starts"] <= max(present["ends"])
    ]


def datable(rows: pd.DataFrame) -> bool:
    """True where every figure has a first and a last day, so that it can stand on an axis of dates."""
    return not any(is_missing(day) for day in rows["starts"])
