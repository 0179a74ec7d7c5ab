"""A verdict in words: what the sentence was read as, what it allows, and the figures with their status."""

from lkdash import measures
from lkdash.answers.claims.judging import Outcome
from lkdash.answers.claims.limits import limits_told
from lkdash.answers.claims.miscalling import miscalled_told
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.verdict import Verdict
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, Status, Unit
from lkdash.db import Warehouse
from lkdash.formats import is_missing, number
from lkdash.stories import doubt, said
from lkdash.stories.figures import Row, marked_as, spans
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


def why(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    """The reason where nobody can tell, of the whole sentence or of some editions; else nothing."""
    if verdict.outcome == Outcome.UNTOLD:
        return [_reason(verdict, warehouse, lang)]
    if verdict.published is not None:
        rows = [row for row in verdict.published.records if row["period"] in verdict.editions]
        return [text("claim.published", lang, figures=_listed(rows, lang))]
    known = [*_recomputed(verdict, lang), *miscalled_told(verdict, lang)]
    return [*known, *_partly_untold(verdict, warehouse, lang)]


def _recomputed(verdict: Verdict, lang: Lang) -> list[str]:
    if verdict.recomputed is None:
        return []
    return [text("claim.recomputed", lang, figures=_listed(verdict.recomputed.records, lang))]


def _partly_untold(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    untold = [one.edition for one in verdict.judged if one.outcome == Outcome.UNTOLD]
    if not untold:
        return []
    reason = _reason(verdict, warehouse, lang)
    return [text("claim.untold", lang, editions=spans(untold), why=reason)]


def figures_of(verdict: Verdict) -> list[Row]:
    """The figures that a verdict rests on."""
    return verdict.table.records if verdict.table is not None else []


def stated_in(verdict: Verdict) -> list[Stated]:
    """The figures in the sentence, levels first."""
    if verdict.reading is None:
        return []
    change = verdict.reading.change
    return [*verdict.reading.levels, *([change] if change else [])]


def _reason(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> str:
    known = measures.glossary(warehouse, lang)
    labels = dict(zip(known["measure"], known["label"], strict=True))
    named = [f"'{labels[name]}'" for name in verdict.candidates]
    biases = [str(row["bias"]) for row in figures_of(verdict) if not is_missing(row["bias"])]
    values = {
        "measures": listed(named, lang),
        "periods": spans(list(verdict.missing)),
        "bias": ", ".join(dict.fromkeys(text(f"bias.{bias}", lang) for bias in biases)),
        "words": listed([f"'{word}'" for word in verdict.words], lang),
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
    rows = [row for row in figures_of(verdict) if row["measure"] in verdict.candidates]
    lines = [text("claim.figures", lang, figures=_listed(rows, lang))] if rows else []
    if verdict.differences:
        lines.append(text("claim.difference_line", lang, parts="; ".join(verdict.differences)))
    return lines


def _listed(rows: list[Row], lang: Lang) -> str:
    several = len({row["measure"] for row in rows}) > 1
    labels = [f"{row['label']} {row['period']}" if several else str(row["period"]) for row in rows]
    named = zip(labels, rows, strict=True)
    return "; ".join(text("story.named", lang, label=label, value=_said(row, lang)) for label, row in named)


def _said(row: Row, lang: Lang) -> str:
    return marked_as(row) if is_missing(row["value"]) else said(row, lang)


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
