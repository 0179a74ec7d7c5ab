"""The sentences on the evaluation of the campaign: what is known, what is not, and never an effect."""

from typing import Any

import pandas as pd

from lkdash.contracts import Lang, PeriodKind, Table
from lkdash.stories.figures import named
from lkdash.texts import text


def evidence(counted: Table, lang: Lang) -> str:
    """How many expectations have a criterion, and how many criteria have a figure of which kind.

    counted: as measures.counted makes it.
    """
    told = {row["measure"]: named(row) for row in counted.records}
    lead = text("evaluation.lead", lang, **told)
    filled = any(row["value"] for row in counted.records_of("criteria_imported"))
    return f"{lead} {text('evaluation.filled', lang, **told)}" if filled else lead


def board(expectations: pd.DataFrame, criteria: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """A row per expectation and criterion that could speak to it; a row in words where there is none.

    Columns: expectation, criterion, state (in words), filled (by the total of imports), figure, holder,
    source_id, expectation_id, criterion_id.
    """
    found = [
        row | {"expectation": expected["text"], "expectation_id": expected["expectation_id"]}
        for expected in expectations.to_dict("records")
        for row in _rows(expected, criteria, lang)
    ]
    return pd.DataFrame(found)


def _rows(expected: dict[Any, Any], criteria: pd.DataFrame, lang: Lang) -> list[dict[str, Any]]:
    own = [row for row in criteria.to_dict("records") if expected["expectation_id"] in row["expectations"]]
    if not own:
        none = {"criterion": text("evaluation.no_criterion", lang), "state": text("state.none", lang)}
        empty = {
            "criterion_id": "none",
            "filled": False,
            "figure": "",
            "holder": text("evaluation.nobody", lang),
        }
        return [none | empty | {"source_id": expected["source_id"]}]
    return [
        {
            "criterion": row["text"],
            "criterion_id": row["criterion_id"],
            "state": _state(row, lang),
            "filled": row["totalled"],
            "figure": row["figure"] if row["state"] != "unpublished" else "",
            "holder": row["holder"],
            "source_id": row["source_id"],
        }
        for row in own
    ]


def _state(row: dict[Any, Any], lang: Lang) -> str:
    """The state in words; the total of imports with it, while counts of others stay with their criterion."""
    if row["state"] == "imported" and not row["totalled"]:
        return text("state.counted", lang)
    state = text(f"state.{row['state']}", lang)
    return f"{state}: {row['figure']}" if row["state"] == "imported" else state


def dated(moments: pd.DataFrame) -> list[str]:
    """What was planned and said, with its day where there is one."""
    return [
        f"{row['when']}: {row['text']}." if row["period_kind"] == PeriodKind.DATE else f"{row['text']}."
        for row in moments.to_dict("records")
    ]
