"""A verdict as plain values, for JSON."""

from math import isfinite
from typing import Any

from lkdash.answers.claims.figures import figures_of
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.telling import headline, stated_in, told
from lkdash.answers.claims.verdict import Verdict
from lkdash.contracts import Lang, plain
from lkdash.db import Warehouse
from lkdash.formats import is_missing


def record(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> dict[str, Any]:
    """A verdict as plain values, for JSON."""
    outcomes = {one.edition: str(one.outcome) for one in verdict.judged}
    kept = ("figure_id", "measure", "period", "value", "unit", "text", "status", "bias")
    return {
        "sentence": verdict.sentence,
        "verdict": str(verdict.outcome),
        "measure": verdict.measure or None,
        "editions": list(verdict.editions),
        "figures": [
            {name: None if is_missing(row[name]) else row[name] for name in kept}
            | {"outcome": outcomes.get(str(row["period"]))}
            for row in figures_of(verdict)
        ],
        "reason": verdict.reason or None,
        "candidates": list(verdict.candidates),
        "claimed": [_claimed(figure) for figure in stated_in(verdict)],
        "message": plain(" ".join([headline(verdict, lang), *told(verdict, warehouse, lang)])),
    }


def _claimed(figure: Stated) -> dict[str, Any]:
    limits = {"low": figure.allowed.low, "high": figure.allowed.high}
    finite = {name: limit if isfinite(limit) else None for name, limit in limits.items()}
    return {"written": figure.written, "kind": str(figure.amount.kind), "rule": figure.rule} | finite
