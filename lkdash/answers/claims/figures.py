"""The figures that a verdict rests on, and how they are told."""

from lkdash.answers.claims.verdict import Verdict
from lkdash.contracts import Lang
from lkdash.formats import is_missing
from lkdash.stories import said
from lkdash.stories.figures import Row, marked_as
from lkdash.texts import text


def figures_of(verdict: Verdict) -> list[Row]:
    """The figures that a verdict rests on."""
    return verdict.table.records if verdict.table is not None else []


def figures_told(rows: list[Row], lang: Lang) -> str:
    """Figures with their edition and status, and with their measure where there are several."""
    several = len({row["measure"] for row in rows}) > 1
    labels = [f"{row['label']} {row['period']}" if several else str(row["period"]) for row in rows]
    named = zip(labels, rows, strict=True)
    return "; ".join(text("story.named", lang, label=label, value=_said(row, lang)) for label, row in named)


def _said(row: Row, lang: Lang) -> str:
    return marked_as(row) if is_missing(row["value"]) else said(row, lang)
