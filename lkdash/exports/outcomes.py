"""What was imported as one long table of any size: rows and papers for a file, read as they are written."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from lkdash.contracts import MARKS, Colophon, Lang, Papers, Status, refuse
from lkdash.contracts.outcome import UNFILLED
from lkdash.db import imported_rows
from lkdash.exports.legend import mark_lines
from lkdash.exports.rows import Rows, headed
from lkdash.exports.table_file import write_rows
from lkdash.formats import day
from lkdash.measures import audience_words
from lkdash.texts import export_words, text

NOTES = ("newest", "bounds", "absent")
SURVEYS = ("limesurvey", "qualtrics")  # of a small group they have no number
Import = tuple[Path, Papers]


def write_outcomes(
    out: BinaryIO,
    kind: str,
    imports: Sequence[Import],
    version: str,
    lang: Lang,
    made_on: date,
    comma: bool = False,
) -> None:
    """Write every imported row that counts as csv, xlsx, json or parquet; a few thousand are in memory.

    Refusal where there is nothing imported. version: of the data.
    """
    if not imports:
        raise refuse("nothing_imported")
    told = outcome_colophon(imports, version, lang, made_on)
    with imported_rows(imports) as (columns, lines):
        write_rows(out, kind, outcome_rows(columns, lines, lang), told, comma, is_demo(imports))


def outcome_rows(columns: tuple[str, ...], lines: Iterable[tuple[Any, ...]], lang: Lang) -> Rows:
    """The imported rows under names in words, each with the mark of its status at the end."""
    value, status, audience = (columns.index(name) for name in ("value", "status", "audience"))
    unfilled = {UNFILLED: audience_words(UNFILLED, lang)}
    marked = ((*_named(line, audience, unfilled), _mark(line[value], Status(line[status]))) for line in lines)
    names = (*columns, "mark")
    return Rows(names, headed(names, lang), marked)


def _named(line: tuple[Any, ...], at: int, words: dict[str, str]) -> tuple[Any, ...]:
    """The row with words where that cell has a sign that stands for them."""
    return (*line[:at], words[line[at]], *line[at + 1 :]) if line[at] in words else line


def _mark(value: object, status: Status) -> str | None:
    """The mark of a status; an example without a number has the mark of why too."""
    marks = [MARKS[Status.SUPPRESSED]] if value is None and status != Status.SUPPRESSED else []
    return " ".join([*marks, *([MARKS[status]] if status in MARKS else [])]) or None


def outcome_colophon(imports: Sequence[Import], version: str, lang: Lang, made_on: date) -> Colophon:
    """What a file with the rows of these imports says of itself."""
    papers = [told for _, told in imports]
    return Colophon(
        title=text("imported.title", lang),
        lang=lang,
        scope="; ".join(dict.fromkeys(_told(told, lang) for told in papers)),
        units=text("imported.units", lang),
        legend=mark_lines([status for told in papers for status in _statuses(told)], lang),
        notes=tuple(text(f"imported.{name}", lang) for name in NOTES),
        sources=tuple(_source(told, lang) for told in papers),
        choice=text("colophon.no_choice", lang),
        version=version,
        made_on=made_on,
        figure_ids=(),
    )


def _statuses(papers: Papers) -> list[Status]:
    """The statuses that rows of an import may have."""
    own = [Status.DEMO if papers.demo else Status.FINAL]
    return [*own, Status.SUPPRESSED] if papers.layout in SURVEYS else own


def _told(papers: Papers, lang: Lang) -> str:
    if papers.period is None:
        return export_words(papers.title, lang)
    first, last = (day(papers.period[name], lang=lang) for name in ("start", "end"))
    return f"{export_words(papers.title, lang)}, {text('period.between', lang, start=first, end=last)}"


def _source(papers: Papers, lang: Lang) -> str:
    when = text("outcome.imported_on", lang, date=day(papers.imported_at[:10], lang=lang))
    return (
        f"{text('outcome.export_of', lang, title=export_words(papers.title, lang))}: {papers.file} ({when})"
    )


def is_demo(imports: Sequence[Import]) -> bool:
    """Is any of these imports made up?"""
    return any(papers.demo for _, papers in imports)
