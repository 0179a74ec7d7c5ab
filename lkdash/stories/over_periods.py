"""One measure over its periods in a sentence: every figure, or the first and the last."""

from itertools import groupby

from lkdash.contracts import Lang, Table
from lkdash.formats import is_missing
from lkdash.stories.figures import Row, bare, said, spans, sure
from lkdash.texts import listed, text


def by_period(table: Table, measure: str, lang: Lang) -> str:
    """One measure, every period: '67 % in 2018 en 65 % in 2019 (definitief); 58,3 % in 2020 (schatting).'

    Figures that follow each other with one status share its words; gaps come last ('Nog niet geteld: 2021.').
    Where there are only gaps: 'nog niet geteld (2021)'.
    """
    rows = table.records_of(measure)
    if not rows:
        return text("story.nothing", lang)
    groups = _groups([row for row in rows if not is_missing(row["value"])], lang)
    if not groups:
        gaps = _gaps(rows)
        parts = [text("story.over", lang, value=words, period=spans(p)) for words, p in gaps.items()]
        return f"{rows[0]['label']}: {listed(parts, lang)}."
    return " ".join([f"{rows[0]['label']}: {'; '.join(groups)}.", *_gap_sentences(rows)])


def _groups(present: list[Row], lang: Lang) -> list[str]:
    """The figures that follow each other with one status, in words that end with those of the status."""
    told = []
    for words, rows in groupby(present, key=lambda row: sure(row, lang)):
        parts = [text("story.in_period", lang, value=bare(row), period=row["period"]) for row in rows]
        values = listed(parts, lang)
        told.append(text("story.sure", lang, value=values, status=words) if words else values)
    return told


def trend(table: Table, measure: str, lang: Lang) -> str:
    """First and last figure of a measure: 'Kaarten aangemaakt: van … in 2017 naar … in 2021.'"""
    rows = table.records_of(measure)
    present = [row for row in rows if not is_missing(row["value"])]
    if len(present) < 2:
        return by_period(table, measure, lang)
    first, last = present[0], present[-1]
    return " ".join(
        [
            text(
                "story.trend",
                lang,
                label=first["label"],
                first=said(first, lang),
                start=first["period"],
                last=said(last, lang),
                end=last["period"],
            ),
            *_gap_sentences(rows),
        ]
    )


def _gaps(rows: list[Row]) -> dict[str, list[str]]:
    """The periods without a figure, by the words that say why."""
    gaps: dict[str, list[str]] = {}
    for row in rows:
        if is_missing(row["value"]):
            gaps.setdefault(str(row["text"]).split(" [")[0], []).append(str(row["period"]))
    return gaps


def _gap_sentences(rows: list[Row]) -> list[str]:
    return [f"{words[0].upper()}{words[1:]}: {spans(p)}." for words, p in _gaps(rows).items()]
