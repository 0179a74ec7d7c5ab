"""A table of imported figures with its sources and the remarks that fit what it shows."""

from typing import Any

import pandas as pd

from lkdash.contracts import Lang, Table
from lkdash.formats import day
from lkdash.measures.outcome_cells import source_id
from lkdash.texts import listed, text

QUARTILES = ("video_views", "video_25", "video_50", "video_75", "video_100")


def outcome_table(name: str, figures: list[dict[str, Any]], rows: pd.DataFrame, lang: Lang) -> Table:
    """A Table of these figures. rows: what they were made of, with titles and imported_at of the exports."""
    columns = [
        "figure_id",
        "measure",
        "label",
        "period",
        "period_kind",
        "value",
        "unit",
        "status",
        "bias",
        "text",
        "source_id",
    ]
    frame = pd.DataFrame(figures, columns=None if figures else columns)
    named = {name for figure in figures for name in figure["source_id"].split()}
    known: dict[str, str] = {}
    for titles, imported_at in zip(rows["titles"], rows["imported_at"], strict=True):
        known |= {title: max(str(imported_at), known.get(title, "")) for title in str(titles).split(", ")}
    sources = [
        {
            "source_id": source_id(title),
            "title": text("outcome.export_of", lang, title=title),
            "short": text("outcome.export_of", lang, title=title),
            "publisher": title,
            "date": text("outcome.imported_on", lang, date=day(imported_at[:10], lang=lang)),
        }
        for title, imported_at in known.items()
        if source_id(title) in named
    ]
    kept = [key for key in NOTES.get(name, ()) if _fits(key, frame, rows)]
    notes = [{"note_id": key, "text": _words(key, rows, lang)} for key in kept]
    return Table(
        name,
        frame,
        pd.DataFrame(notes, columns=["note_id", "text"]),
        pd.DataFrame(sources, columns=["source_id", "title", "short", "publisher", "date"]),
    )


def _words(note: str, rows: pd.DataFrame, lang: Lang) -> str:
    if note != "reach_of":
        return text(f"outcome_note.{note}", lang)
    tellers = {name for named in _part_of(rows)["reach_tellers"] for name in named.split()}
    platforms = listed([text(f"platform.{name}", lang) for name in sorted(tellers)], lang)
    return text("outcome_note.reach_of", lang, platforms=platforms)


def _part_of(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of which only a part of what was shown tells reach."""
    return rows[rows["reach_least"].notna() & (rows["impressions"] > rows["shown_of_reach"].fillna(0))]


def _fits(note: str, figures: pd.DataFrame, rows: pd.DataFrame) -> bool:
    """Does a note say something of what is shown?"""
    if note == "absent":
        return bool(figures["value"].isna().any())
    if note == "clicked" and len({title for named in rows["titles"] for title in named.split(", ")}) < 2:
        return False  # one platform counts in one way
    if note == "reach_of":
        return "reach_least" in rows and not _part_of(rows).empty
    if note == "claimed":
        return "conversions" in rows and bool((rows["conversions"] > rows["conversions_least"]).any())
    about = figures["measure"].isin(NOTE_MEASURES.get(note, tuple(figures["measure"])))
    return bool(figures.loc[about, "value"].notna().any())


# Notes on some measures of a table alone.
NOTE_MEASURES = {
    "users": ("users",),
    "answers": ("satisfaction",),
    "people": ("reach", "frequency"),
    "reach_of": ("reach", "frequency"),
    "interval": ("click_rate",),
    "clicked": ("clicked", "click_rate", "click_rate_difference"),
    "claimed": ("conversions",),
    "euros": ("cost", "cost_per_click", "cost_per_thousand", "cost_per_conversion"),
    "funnel": ("conversions", "cost_per_conversion"),
    "quartiles": QUARTILES[1:],
}
# The remarks of a table, as far as they fit.
NOTES = {
    "reach": ("people", "reach_of", "interval", "clicked", "absent"),
    "gains": ("funnel", "claimed", "users", "euros", "absent"),
    "videos": ("quartiles",),
    "funnel": ("funnel",),
    "compared": ("newcombe", "clicks", "clicked"),
    "survey": ("answers",),
}
NOTES["periods"] = tuple(dict.fromkeys((*NOTES["reach"], *NOTES["gains"])))
