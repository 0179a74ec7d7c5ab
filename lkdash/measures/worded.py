"""Tables of words with a row a figure, for their files: actions, the board of evidence, the criteria."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from lkdash.contracts import Lang, Status, Table, plain
from lkdash.db import Warehouse
from lkdash.formats import marked
from lkdash.measures.context import sources
from lkdash.measures.imported import real_counts, with_imported
from lkdash.measures.references import reference_table
from lkdash.texts import text

EMPTY: dict[str, Any] = {
    "value": None,
    "unit": "number",
    "decimals": 0,
    "signed": False,
    "bias": None,
    "printed": None,
    "formula": None,
    "place": None,
    "basis": None,
    "publisher": "",
    "date_published": None,
    "confidence": None,
    "origin": "told",
}


def action_table(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> Table:
    """The actions of the campaign; what an action is asked is when it was.

    rows: as `actions` tells them.
    """
    figures = [
        {
            "figure_id": f"ACT-{row['action_id']}".upper(),
            "measure": row["kind_name"],
            "label": f"{row['text']} ({row['channel']})",
            "period": row["when"],
            "unit": "interval",
            **_said(row["when"], Status.FINAL if row["dated"] else Status.UNAVAILABLE),
            **{name: row[name] for name in ("printed", "place", "source_id")},
        }
        for row in rows.to_dict("records")
    ]
    return _table(warehouse, "actions", figures, lang)


def board_table(warehouse: Warehouse, rows: pd.DataFrame, period: str, lang: Lang) -> Table:
    """The board: whether there is a figure of the campaign for each expectation and criterion.

    rows: as the board of stories tells them, with expectation_id and criterion_id.
    """
    figures = [
        {
            "figure_id": f"EVA-{row['expectation_id']}-{row['criterion_id']}".upper(),
            "measure": row["criterion_id"],
            "label": _pair(row, lang),
            "period": period,
            **_said(_held(row, lang), Status.FINAL if row["filled"] else Status.UNAVAILABLE),
            "source_id": row["source_id"],
        }
        for row in rows.to_dict("records")
    ]
    return _table(warehouse, "evidence_board", figures, lang)


def criteria_table(warehouse: Warehouse, rows: pd.DataFrame, found: Table, period: str, lang: Lang) -> Table:
    """The criteria with each figure that there is: imported ones of `found`, public ones, words for none."""
    series = " ".join(rows["series"].dropna()).split()
    public = reference_table(warehouse, "criteria", lang, *series)
    public = with_imported(public, real_counts(warehouse, lang, public.rows["metric"].dropna()), lang)
    figures = [
        {
            "figure_id": f"EVA-{row['criterion_id']}".upper(),
            "measure": row["criterion_id"],
            "label": row["text"],
            "period": period,
            **_said(_held(row | {"state": row["figure"]}, lang), Status.UNAVAILABLE),
            **{name: row[name] for name in ("printed", "place", "source_id")},
        }
        for row in rows[rows["state"] == "unpublished"].to_dict("records")
    ]
    told = _table(warehouse, "criteria", figures, lang)
    parts = [told.rows, _imported(found), public.rows]
    kept = pd.concat([part for part in parts if len(part)], ignore_index=True)
    origins = pd.concat([told.sources, found.sources, public.sources], ignore_index=True)
    return Table("criteria", kept, told.notes, origins)


def _imported(found: Table) -> pd.DataFrame:
    """Imported figures with the columns of public ones: their publisher is the import."""
    if found.rows.empty:
        return found.rows
    labels = [f"{row['criterion']}: {row['period']}" for row in found.rows.to_dict("records")]
    return found.rows.assign(
        label=labels, publisher=found.rows["files"], confidence=None, date_published=None
    )


def _pair(row: dict[Any, Any], lang: Lang) -> str:
    return text("evaluation.pair", lang, expectation=row["expectation"], criterion=row["criterion"])


def _held(row: dict[Any, Any], lang: Lang) -> str:
    return plain(text("evaluation.held", lang, **row) if row["criterion_id"] != "none" else str(row["state"]))


def _said(words: str, status: Status) -> dict[str, Any]:
    return {"text": marked(words, status), "status": status}


def _table(warehouse: Warehouse, name: str, figures: Iterable[dict[str, Any]], lang: Lang) -> Table:
    known = sources(warehouse, lang)
    publishers = dict(zip(known["source_id"], known["publisher"], strict=True))
    rows = [
        EMPTY | {"publisher": publishers.get(row["source_id"], ""), "period_kind": "interval"} | row
        for row in figures
    ]
    frame = pd.DataFrame([row | {"definition": row["label"], "plain": row["label"]} for row in rows])
    used = known[known["source_id"].isin({row["source_id"] for row in rows})]
    return Table(name, frame, pd.DataFrame(columns=["note_id", "text"]), used)
