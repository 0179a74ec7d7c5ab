"""What a figure in a sentence allows, in words: its limits, and the rule they follow."""

from math import isfinite

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, Unit
from lkdash.formats import number
from lkdash.texts import text

UNITS = {Kind.COUNT: Unit.NUMBER, Kind.SHARE: Unit.SHARE, Kind.POINTS: Unit.POINTS}


def limits_told(figure: Stated, lang: Lang) -> str:
    """What a figure of the sentence allows: ''bijna 19.000' gaat op van 18.050 tot net onder 19.000: …'"""
    span = figure.allowed
    if span.low == span.high:
        key = "claim.just"
    elif not isfinite(span.high):
        key = "claim.over" if span.open_low else "claim.from"
    elif not isfinite(span.low):
        key = "claim.under" if span.open_high else "claim.up_to"
    else:
        key = "claim.inside" if span.open_low else "claim.below" if span.open_high else "claim.between"
    limits = {
        name: _limit(limit, figure, lang) for name, limit in {"low": span.low, "high": span.high}.items()
    }
    return text(
        key, lang, written=figure.written, rule=_rule_words(figure.rule, figure.amount.kind, lang), **limits
    )


def _limit(limit: float, figure: Stated, lang: Lang) -> str:
    if not isfinite(limit):
        return ""
    decimals = next((d for d in range(4) if _whole(limit, figure.amount.kind, d)), 2)
    words = number(limit, UNITS[figure.amount.kind], lang=lang, decimals=decimals)
    return text("unit.points", lang, value=words) if figure.amount.kind == Kind.POINTS else words


def _whole(limit: float, kind: Kind, decimals: int) -> bool:
    scaled = limit * (100 if kind == Kind.SHARE else 1) * 10**decimals
    return bool(abs(scaled - round(scaled)) < 1e-6)


def _rule_words(rule: str, kind: Kind, lang: Lang) -> str:
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
