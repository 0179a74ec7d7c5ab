"""A dataset with its codes also in words of the file, and with marks and ids, behind its own columns."""

import pandas as pd

from lkdash import measures
from lkdash.contracts import MARKS, DataFault, Lang, Status, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.texts import text

Added = dict[str, list[str | None]]
CODED = ("period_kind", "unit", "status", "bias", "confidence")
OF_ACTIONS = (*CODED, "kind", "phase")  # `kind` means another thing in every dataset


def in_words(warehouse: Warehouse, name: str, frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The dataset with, behind its own columns: ids of actions, marks, and the words of its codes.

    status → status_nl in a Dutch file. Without the dataset of measures they keep their codes alone.
    """
    added = _of_actions(warehouse, frame, lang) if name == "actions" else {}
    if "status" in frame:
        added["mark"] = [_mark(cell) for cell in frame["status"]]
    for column in OF_ACTIONS if name == "actions" else CODED:
        if column in frame:
            added[f"{column}_{lang}"] = [_word(column, cell, lang) for cell in frame[column]]
    if "measure" in frame and "label_nl" not in frame:
        added[f"measure_{lang}"] = _measures(warehouse, frame, lang)
    return frame.assign(
        **{column: pd.Series(cells, frame.index, "object") for column, cells in added.items()}
    )


def _of_actions(warehouse: Warehouse, frame: pd.DataFrame, lang: Lang) -> Added:
    """Ids and marks of actions: [z] where the source gives no date."""
    table = action_figures(warehouse, lang)
    if table is None:
        return {}
    marks = {row["figure_id"]: _mark(row["status"]) for row in table.records}
    ids = [f"ACT-{name}".upper() for name in frame["action_id"]]
    return {"figure_id": list(ids), "mark": [marks[name] for name in ids]}


def action_figures(warehouse: Warehouse, lang: Lang) -> Table | None:
    """The actions of the campaign as figures with their ids; None where a dataset for that is faulty."""
    try:
        return measures.action_table(warehouse, measures.actions(warehouse, lang), lang)
    except DataFault:
        return None


def _mark(status: object) -> str | None:
    return None if is_missing(status) else MARKS.get(Status(str(status)))


def _word(column: str, code: object, lang: Lang) -> str | None:
    if is_missing(code):
        return None
    keys = {
        "period_kind": f"period_kind.{code}",
        "unit": f"unit_name.{code}",
        "status": f"status.{code}",
        "bias": f"bias.{code}",
        "confidence": f"confidence.{code}",
        "kind": f"kind.{code}",
        "phase": f"phase.{code}",
    }
    return text(keys[column], lang)


def _measures(warehouse: Warehouse, frame: pd.DataFrame, lang: Lang) -> list[str | None]:
    try:
        known = measures.glossary(warehouse, lang)
    except DataFault:
        return [None] * len(frame)
    labels = dict(zip(known["measure"], known["label"], strict=True))
    return [labels.get(measure) for measure in frame["measure"]]
