"""The charts of an answer's tables, as pictures for its files."""

from collections.abc import Iterable

from lkdash.answers.draft import Drawn
from lkdash.contracts import Block, Lang, Paragraph, Picture, Refusal, Table
from lkdash.exports import can_draw, chart_picture
from lkdash.exports.catalogue import TABLES
from lkdash.texts import text


def charted(tables: Iterable[str]) -> bool:
    """Has any of these tables, named as in the catalogue, a chart?"""
    return any(TABLES[name].chart for name in tables)


def pictures(lang: Lang) -> Drawn | None:
    """What draws the chart of a table below it; None where this computer can draw none."""

    def drawn(name: str, table: Table, at: int) -> Block:
        entry = TABLES[name]
        assert entry.chart is not None
        title = text(entry.drawn_as or entry.title, lang)
        try:
            png = chart_picture(entry.chart(table))
        except Refusal:
            return Paragraph(text("answer.picture_failed", lang, at=at))
        words = {"at": at, "title": title}
        return Picture(png, text("answer.picture_alt", lang, **words), text("answer.picture", lang, **words))

    return drawn if can_draw() else None
