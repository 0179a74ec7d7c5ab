"""From a sentence to its verdict: read it, fetch the figures, judge each edition that it speaks of."""

from dataclasses import replace

import pandas as pd

from lkdash import measures
from lkdash.answers.claims.changes import Changes
from lkdash.answers.claims.judging import Outcome
from lkdash.answers.claims.levels import judged_of
from lkdash.answers.claims.miscalling import with_statuses
from lkdash.answers.claims.reading import Reading, read
from lkdash.answers.claims.statuses import statuses_called
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.verdict import Verdict
from lkdash.answers.claims.whole import part_and_whole
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, PeriodKind, Table, Unit
from lkdash.db import Warehouse
from lkdash.formats import is_missing


def check_claim(sentence: str, warehouse: Warehouse, lang: Lang) -> Verdict:
    """Does this Dutch sentence hold? Raises the DataFault of a dataset that is unusable.

    lang: the language of the words in `table` and `differences`.
    """
    try:
        bare, called = statuses_called(sentence)
    except Untold as why:
        return Verdict(sentence, Outcome.UNTOLD, why.reason)
    verdict = _of_a_whole(bare, warehouse, lang) or _checked(bare, warehouse, lang)
    return replace(with_statuses(verdict, called), sentence=sentence)


def _of_a_whole(sentence: str, warehouse: Warehouse, lang: Lang) -> Verdict | None:
    """The verdict on a part, 'van de 204.530 kaarten …', where that whole is the cards made; else None."""
    split = part_and_whole(sentence)
    if split is None:
        return None
    part, whole = (_checked(each, warehouse, lang) for each in (split.part, split.whole))
    if whole.outcome != Outcome.HOLDS or part.reading is None or whole.reading is None or part.table is None:
        return None
    names = dict.fromkeys((whole.measure, *part.table.rows["measure"]))
    return replace(
        part,
        sentence=sentence,
        table=measures.series(warehouse, lang, *names, periods=sorted(set(part.table.rows["period"]))),
        candidates=tuple(dict.fromkeys((*part.candidates, whole.measure))),
        reading=replace(part.reading, levels=(*whole.reading.levels, *part.reading.levels)),
        whole=whole.measure if split.dated else "",
    )


def _checked(sentence: str, warehouse: Warehouse, lang: Lang) -> Verdict:
    try:
        reading = read(sentence, warehouse)
    except Untold as why:
        known = why.measures[0] if len(why.measures) == 1 else ""
        return Verdict(sentence, Outcome.UNTOLD, why.reason, known, candidates=why.measures, words=why.words)
    verdict = _verdict(sentence, reading, warehouse, lang)
    if verdict.outcome == Outcome.NOT and _may_be_a_sum(reading, verdict):
        base = reading.named.measure
        return Verdict(sentence, Outcome.UNTOLD, "sum_or_each", base, candidates=(base,))
    beside = vocabulary()["beside"].get(verdict.measure)
    if verdict.outcome != Outcome.NOT or beside is None or reading.changing:
        return verdict
    other = replace(reading, named=replace(reading.named, measure=beside))
    recomputed = _verdict(sentence, other, warehouse, lang)
    if recomputed.outcome not in (Outcome.HOLDS, Outcome.IN_PART):
        return verdict
    if all(level.repeats for level in reading.levels):
        return replace(recomputed, published=verdict.table)
    return replace(verdict, recomputed=recomputed.bearing_out)


def _may_be_a_sum(reading: Reading, verdict: Verdict) -> bool:
    """A count without a year that no edition reaches may be meant of all: 'al een miljoen kaarten'."""
    periods, rows = reading.periods, verdict.table.records if verdict.table is not None else []
    counts = reading.named.unit in (Unit.CARDS, Unit.VISITS) and len(reading.levels) == 1
    if not counts or reading.changing or periods.years or periods.each:
        return False
    values = [float(str(row["value"])) for row in rows if not is_missing(row["value"])]
    return max(values, default=0.0) < reading.levels[0].allowed.low


def _verdict(sentence: str, reading: Reading, warehouse: Warehouse, lang: Lang) -> Verdict:
    base = reading.named.measure
    table = measures.series(warehouse, lang, base)
    changes = Changes(reading, table.records)
    judged = judged_of(reading, table, changes)
    reasons = [*(one.reason for one in judged if one.reason), "no_figure"]
    computed = changes.measure in set(measures.glossary(warehouse, lang)["measure"])
    measure = changes.measure if computed and not reading.levels and changes.on_the_year else base
    own = [one.edition for one in judged]
    needed = sorted({*own, *changes.editions})
    shown = measures.series(warehouse, lang, *dict.fromkeys((base, measure)), periods=needed)
    used = _used(shown, base, needed, own)
    if changes.in_words:  # the figure of every year is what the words are said beside
        used |= shown.rows["period_kind"] == PeriodKind.EVERY_YEAR
    looked_at = replace(shown, rows=shown.rows[used].reset_index(drop=True))
    present = set(table.rows[table.rows["value"].notna()]["period"])
    begun = [reading.periods.since] if reading.periods.since is not None and not judged else []
    untold = [one.edition for one in judged if one.reason == "no_figure"]
    lacking = sorted({*untold, *begun, *changes.lacking})
    verdict = Verdict(
        sentence,
        Outcome.UNTOLD,
        reasons[0],
        measure,
        table=looked_at,
        differences=tuple(changes.told(lang)),
        missing=tuple(edition for edition in lacking if edition not in present),
        candidates=(base,),
        reading=reading,
        compared=tuple(changes.pairs),
    )
    return verdict.with_judged(tuple(judged))


def _used(shown: Table, base: str, needed: list[str], own: list[str]) -> "pd.Series[bool]":
    """Which rows the verdict rests on: the measure's own, and the change of each edition judged."""
    periods, own_measure = shown.rows["period"], shown.rows["measure"] == base
    return (own_measure & periods.isin(needed)) | (~own_measure & periods.isin(own))
