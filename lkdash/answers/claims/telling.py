"""A verdict in words: what the sentence was read as, what it allows, and the figures with their status."""

from lkdash.answers.claims.figures import figures_of, figures_told
from lkdash.answers.claims.limits import limits_told
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.reasons import why
from lkdash.answers.claims.verdict import Verdict
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, Status, Unit
from lkdash.db import Warehouse
from lkdash.formats import is_missing, number
from lkdash.stories import doubt
from lkdash.stories.figures import Row, spans
from lkdash.texts import listed, text


def headline(verdict: Verdict, lang: Lang) -> str:
    """The verdict in one sentence with the status of what it rests on: 'Deze zin klopt: 2020 (schatting).'"""
    doubts = {str(row["period"]): doubt(row, lang) for row in figures_of(verdict) if _weak(row)}
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


def stated_in(verdict: Verdict) -> list[Stated]:
    """The figures in the sentence, levels first."""
    if verdict.reading is None:
        return []
    change = verdict.reading.change
    return [*verdict.reading.levels, *([change] if change else [])]


def _figures(verdict: Verdict, lang: Lang) -> list[str]:
    rows = [row for row in figures_of(verdict) if row["measure"] in verdict.candidates]
    lines = [text("claim.figures", lang, figures=figures_told(rows, lang))] if rows else []
    if verdict.differences:
        lines.append(text("claim.difference_line", lang, parts="; ".join(verdict.differences)))
    return lines


def _ids(verdict: Verdict, lang: Lang) -> list[str]:
    ids = [str(row["figure_id"]) for row in figures_of(verdict)]
    return [text("claim.ids", lang, ids=", ".join(ids))] if ids else []


def read_as(verdict: Verdict, lang: Lang) -> list[str]:
    """What the sentence was read as: what its figures allow, the measure, and the words that named it."""
    if verdict.reading is None:
        return []
    rows = [row for row in figures_of(verdict) if row["measure"] == verdict.candidates[0]]
    about = [text("claim.about", lang, label=row["label"], definition=row["definition"]) for row in rows[:1]]
    words = listed([f"'{word}'" for word in dict.fromkeys(verdict.reading.named.words)], lang)
    allowed = [limits_told(figure, lang) for figure in stated_in(verdict)]
    return [*allowed, *_direction(verdict, lang), *about, text("claim.words", lang, words=words)]


def _direction(verdict: Verdict, lang: Lang) -> list[str]:
    reading = verdict.reading
    if reading is None or reading.direction is None:
        return []
    margins = vocabulary()["change"]
    counts = number(margins["flat_counts"], Unit.SHARE, lang=lang)
    return [text(f"claim.{reading.direction}", lang, points=margins["flat_points"], counts=counts)]
