"""A verdict in words: what the sentence was read as, what it allows, and the figures with their status."""

from math import isfinite
from typing import Any

from lkdash import measures
from lkdash.answers.claims.checking import Verdict
from lkdash.answers.claims.judging import Outcome
from lkdash.answers.claims.numbers import Kind
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, Status, Unit
from lkdash.db import Warehouse
from lkdash.formats import is_missing, number
from lkdash.stories import doubt, rows_of, said
from lkdash.stories.figures import Row, spans
from lkdash.texts import listed, text

UNITS = {Kind.COUNT: Unit.NUMBER, Kind.SHARE: Unit.SHARE, Kind.POINTS: Unit.POINTS}


def headline(verdict: Verdict, lang: Lang) -> str:
    """The verdict in one sentence with the status of what it rests on: 'Deze zin klopt: 2020 (schatting).'"""
    doubts = {str(row["period"]): doubt(row, lang) for row in _rows(verdict) if _weak(row)}
    firm = spans([edition for edition in verdict.editions if edition not in doubts])
    weak = [
        text("claim.weak", lang, edition=edition, doubt=doubts[edition] or text("status.approximate", lang))
        for edition in verdict.editions
        if edition in doubts
    ]
    return text(
        f"claim_said.{verdict.outcome}", lang, editions=listed([*([firm] if firm else []), *weak], lang)
    )


def _weak(row: Row) -> bool:
    return not is_missing(row["value"]) and row["status"] != Status.FINAL


def told(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    """Why: one sentence a thing to know, from the reason to the figures with their statuses and ids."""
    return [
        *why(verdict, warehouse, lang),
        *_figures(verdict, lang),
        *read_as(verdict, lang),
        *_ids(verdict, lang),
    ]


def why(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    """The reason where nobody can tell, of the whole sentence or of some editions; else nothing."""
    if verdict.outcome == Outcome.UNTOLD:
        return [_reason(verdict, warehouse, lang)]
    if verdict.published is not None:
        rows = [row for row in rows_of(verdict.published) if row["period"] in verdict.editions]
        return [text("claim.published", lang, figures=_listed(rows, lang))]
    untold = [one.edition for one in verdict.judged if one.outcome == Outcome.UNTOLD]
    if not untold:
        return []
    reason = _reason(verdict, warehouse, lang)
    return [text("claim.untold", lang, editions=spans(untold), why=reason)]


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
            for row in _rows(verdict)
        ],
        "reason": verdict.reason or None,
        "candidates": list(verdict.candidates),
        "claimed": [_claimed(figure) for figure in _stated(verdict)],
        "message": " ".join([headline(verdict, lang), *told(verdict, warehouse, lang)]),
    }


def _claimed(figure: Stated) -> dict[str, Any]:
    limits = {"low": figure.allowed.low, "high": figure.allowed.high}
    finite = {name: limit if isfinite(limit) else None for name, limit in limits.items()}
    return {"written": figure.written, "kind": str(figure.amount.kind), "rule": figure.rule} | finite


def _rows(verdict: Verdict) -> list[Row]:
    return rows_of(verdict.table) if verdict.table is not None else []


def _stated(verdict: Verdict) -> list[Stated]:
    if verdict.reading is None:
        return []
    change = verdict.reading.change
    return [*verdict.reading.levels, *([change] if change else [])]


def _reason(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> str:
    known = measures.glossary(warehouse, lang)
    labels = dict(zip(known["measure"], known["label"], strict=True))
    named = [f"'{labels[name]}'" for name in verdict.candidates]
    biases = [str(row["bias"]) for row in _rows(verdict) if not is_missing(row["bias"])]
    values = {
        "measures": listed(named, lang),
        "periods": spans(list(verdict.missing)),
        "bias": ", ".join(dict.fromkeys(text(f"bias.{bias}", lang) for bias in biases)),
        "unknown": _unknown(verdict.reason, warehouse, lang),
    }
    reason = verdict.reason or next(one.reason for one in verdict.judged if one.reason)
    return text(f"claim_reason.{reason}", lang, **values)


def _unknown(reason: str, warehouse: Warehouse, lang: Lang) -> str:
    """The reason that the data gives for what no source answers."""
    named = vocabulary()["unanswerable"].get(reason, {}).get("unknown")
    if named is None:
        return ""
    rows = measures.not_known(warehouse, lang)
    return " ".join(rows[rows["unknown_id"] == named]["reason"])


def _figures(verdict: Verdict, lang: Lang) -> list[str]:
    rows = [row for row in _rows(verdict) if row["measure"] in verdict.candidates]
    lines = [text("claim.figures", lang, figures=_listed(rows, lang))] if rows else []
    if verdict.differences:
        lines.append(text("claim.difference_line", lang, parts="; ".join(verdict.differences)))
    return lines


def _listed(rows: list[Row], lang: Lang) -> str:
    named = [text("story.named", lang, label=str(row["period"]), value=_said(row, lang)) for row in rows]
    return "; ".join(named)


def _said(row: Row, lang: Lang) -> str:
    return str(row["text"]) if is_missing(row["value"]) else said(row, lang)


def _ids(verdict: Verdict, lang: Lang) -> list[str]:
    ids = [str(row["figure_id"]) for row in _rows(verdict)]
    return [text("claim.ids", lang, ids=", ".join(ids))] if ids else []


def read_as(verdict: Verdict, lang: Lang) -> list[str]:
    """What the sentence was read as: what its figures allow, the measure, and the words that named it."""
    if verdict.reading is None:
        return []
    rows = [row for row in _rows(verdict) if row["measure"] in verdict.candidates]
    about = [text("claim.about", lang, label=row["label"], definition=row["definition"]) for row in rows[:1]]
    words = listed([f"'{word}'" for word in dict.fromkeys(verdict.reading.named.words)], lang)
    allowed = [_allowed(figure, lang) for figure in _stated(verdict)]
    return [*allowed, *_direction(verdict, lang), *about, text("claim.words", lang, words=words)]


def _direction(verdict: Verdict, lang: Lang) -> list[str]:
    reading = verdict.reading
    if reading is None or reading.direction is None:
        return []
    margins = vocabulary()["change"]
    counts = number(margins["flat_counts"], Unit.SHARE, lang=lang)
    return [text(f"claim.{reading.direction}", lang, points=margins["flat_points"], counts=counts)]


def _allowed(figure: Stated, lang: Lang) -> str:
    """What a figure of the sentence allows: ''bijna 19.000' gaat op van 18.050 tot net onder 19.000: …'"""
    span = figure.allowed
    if span.low == span.high:
        key = "claim.just"
    elif not isfinite(span.high):
        key = "claim.over" if span.open_low else "claim.from"
    elif not isfinite(span.low):
        key = "claim.under" if span.open_high else "claim.up_to"
    else:
        key = "claim.below" if span.open_high else "claim.between"
    limits = {
        name: _limit(limit, figure, lang) for name, limit in {"low": span.low, "high": span.high}.items()
    }
    return text(
        key, lang, written=figure.written, rule=rule_words(figure.rule, figure.amount.kind, lang), **limits
    )


def _limit(limit: float, figure: Stated, lang: Lang) -> str:
    if not isfinite(limit):
        return ""
    decimals = next(d for d in range(3) if d == 2 or _whole(limit, figure.amount.kind, d))
    words = number(limit, UNITS[figure.amount.kind], lang=lang, decimals=decimals)
    return text("unit.points", lang, value=words) if figure.amount.kind == Kind.POINTS else words


def _whole(limit: float, kind: Kind, decimals: int) -> bool:
    scaled = limit * (100 if kind == Kind.SHARE else 1) * 10**decimals
    return bool(abs(scaled - round(scaled)) < 1e-6)


def rule_words(rule: str, kind: Kind, lang: Lang) -> str:
    """What a rule allows, in words with its margins: 'een breuk in woorden, met 2 procentpunt speling'."""
    margins = vocabulary()["rule"].get(rule, {}).get(kind, {"below": 0, "above": 0})
    return text(f"claim_rule.{rule}", lang, **{side: _margin(margins[side], kind, lang) for side in margins})


def _margin(margin: float, kind: Kind, lang: Lang) -> str:
    if not isfinite(margin):
        return ""
    if kind == Kind.COUNT:
        return number(margin, Unit.SHARE, lang=lang)
    decimals = 0 if margin == round(margin) else 1
    return text("unit.points", lang, value=number(margin, Unit.POINTS, lang=lang, decimals=decimals))
