"""Why a verdict is what it is, in words: what cannot be told, what is wrong, and what to know of the rest."""

from lkdash import measures
from lkdash.answers.claims.figures import figures_of, figures_told
from lkdash.answers.claims.judging import Outcome
from lkdash.answers.claims.miscalling import miscalled_told
from lkdash.answers.claims.verdict import Verdict
from lkdash.answers.claims.words import phrases, tokens, vocabulary
from lkdash.contracts import Lang, Status
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.stories import spans
from lkdash.texts import listed, text


def why(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    """What to know of the verdict: why nobody can tell, or what is wrong or only half so; else nothing."""
    if verdict.outcome == Outcome.UNTOLD:
        return [_reason(verdict, warehouse, lang)]
    return [
        *_only_recomputed(verdict, lang),
        *_recomputed(verdict, lang),
        *_wrong_ends(verdict, lang),
        *miscalled_told(verdict, lang),
        *_firm_all_the_same(verdict, lang),
        *_partly_untold(verdict, warehouse, lang),
    ]


def _only_recomputed(verdict: Verdict, lang: Lang) -> list[str]:
    published = verdict.published.records if verdict.published is not None else []
    rows = [row for row in published if row["period"] in verdict.editions]
    return [text("claim.published", lang, figures=figures_told(rows, lang))] if rows else []


def _wrong_ends(verdict: Verdict, lang: Lang) -> list[str]:
    """Which figure is wrong, where another one of the same change is not."""
    miscalled = {edition for edition, _ in verdict.miscalled}
    wrong = [one.edition for one in verdict.judged if one.outcome == Outcome.NOT]
    if not verdict.of_one_change or miscalled or not 0 < len(wrong) < len(verdict.judged):
        return []
    return [text("claim.wrong_end", lang, editions=spans(wrong))]


def _firm_all_the_same(verdict: Verdict, lang: Lang) -> list[str]:
    """The final figures that a sentence calls estimated ('naar schatting')."""
    estimated = next(phrases(tokens(verdict.sentence), vocabulary()["known"]["estimate"]), None)
    rows = [row for row in figures_of(verdict) if row["measure"] in verdict.candidates[:1]]
    final = [str(row["period"]) for row in rows if row["status"] == Status.FINAL]
    firm = [edition for edition in final if edition in verdict.editions]
    return [text("claim.firm", lang, editions=spans(firm))] if estimated is not None and firm else []


def _recomputed(verdict: Verdict, lang: Lang) -> list[str]:
    if verdict.recomputed is None:
        return []
    return [text("claim.recomputed", lang, figures=figures_told(verdict.recomputed.records, lang))]


def _partly_untold(verdict: Verdict, warehouse: Warehouse, lang: Lang) -> list[str]:
    untold = [one.edition for one in verdict.judged if one.outcome == Outcome.UNTOLD]
    if not untold:
        return []
    reason = _reason(verdict, warehouse, lang)
    return [text("claim.untold", lang, editions=spans(untold), why=reason)]


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
    unsided = reason == "leaning" and not biases  # published as 'about': the source names no side
    return text("claim_reason.approximate" if unsided else f"claim_reason.{reason}", lang, **values)


def _unknown(reason: str, warehouse: Warehouse, lang: Lang) -> str:
    """The reason that the data gives for what no source answers."""
    named = vocabulary()["unanswerable"].get(reason, {}).get("unknown")
    if named is None:
        return ""
    rows = measures.not_known(warehouse, lang)
    return " ".join(rows[rows["unknown_id"] == named]["reason"])
