"""How many actions, expectations and criteria the campaign's answer names: counts of rows, as figures."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import number
from lkdash.measures.campaign import actions, criteria, expectations, moments
from lkdash.measures.context import sources
from lkdash.measures.imported import imported_totals
from lkdash.measures.kept import kept
from lkdash.measures.surveys import survey_shares
from lkdash.texts import text

COUNT = "TEL-"
Counted = tuple[str, pd.DataFrame, pd.DataFrame]  # name of a count, the rows counted, and all there are


@kept()
def counted(warehouse: Warehouse, lang: Lang) -> Table:
    """A row a count, its measure the name of what is counted; a kind of action is `actions_<kind>`.

    basis: what was counted, one by one; place: where in the source that stands.
    """
    (campaign,) = moments(warehouse, lang, "campaign")["when"]
    counts = [*_actions(warehouse, lang), *_criteria(warehouse, lang)]
    rows = [_figure(*count, str(campaign), lang) for count in counts]
    known = sources(warehouse, lang)
    named = {name for row in rows for name in row["source_id"].split()}
    nothing = pd.DataFrame(columns=["note_id", "text"])
    return Table("counted", pd.DataFrame(rows), nothing, known[known["source_id"].isin(named)])


def _actions(warehouse: Warehouse, lang: Lang) -> Iterator[Counted]:
    rows = actions(warehouse, lang)
    yield "actions", rows, rows
    for kind, own in rows.groupby("kind", sort=False):
        yield f"actions_{kind}", own, rows
    yield "actions_dated", rows[rows["dated"].astype(bool)], rows


def _criteria(warehouse: Warehouse, lang: Lang) -> Iterator[Counted]:
    expected = expectations(warehouse, lang)
    asked = survey_shares(warehouse, Choice(editions=(), lang=lang)).records
    rows = criteria(warehouse, lang, imported_totals(warehouse, lang), asked)
    judged = {name for names in rows["expectations"] for name in names}
    yield "expectations", expected, expected
    yield "expectations_judged", expected[expected["expectation_id"].isin(judged)], expected
    yield "criteria", rows, rows
    yield "criteria_public", rows[rows["series"].notna()], rows
    yield "criteria_unpublished", rows[rows["series"].isna()], rows
    yield "criteria_imported", rows[rows["state"] == "imported"], rows


def _figure(name: str, rows: pd.DataFrame, of: pd.DataFrame, period: str, lang: Lang) -> dict[str, Any]:
    words = text(f"count.{name}", lang)
    return {
        "figure_id": f"{COUNT}{name.upper()}",
        "measure": name,
        "label": words,
        "definition": words,
        "unit": "number",
        "decimals": 0,
        "signed": False,
        "period": period,
        "period_kind": "interval",
        "value": float(len(rows)),
        "status": Status.FINAL,
        "bias": None,
        "origin": "counted",
        "printed": None,
        "basis": _listed(rows["text"]),
        "place": _listed(rows["place"]),
        "formula": text("formula.counted", lang),
        "source_id": " ".join(dict.fromkeys(of["source_id"])),
        "text": number(len(rows), "number", lang=lang, decimals=0),
    }


def _listed(words: "pd.Series[str]") -> str | None:
    """Each of the words once; None where there are none."""
    return "; ".join(dict.fromkeys(words.dropna())) or None
