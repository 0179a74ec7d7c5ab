"""A table of words of an answer as csv: its cells, the figure that each row is, its mark, and its papers."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

from lkdash import measures
from lkdash.contracts import MARKS, Colophon, Grid, Lang, Status, mentions, weakest
from lkdash.db import Warehouse
from lkdash.exports.csv_table import write_csv
from lkdash.exports.legend import mark_lines
from lkdash.exports.rows import ALL_PAPERS, Rows, headed, with_papers
from lkdash.texts import text

ADDED = ("figure_id", "status", "mark")


@dataclass(frozen=True)
class Figures:
    """What the rows of a table of words are as figures: ids and status a row, and their unit and notes."""

    rows: list[tuple[str, Status]]
    unit: str
    notes: tuple[str, ...]


def words_csv(warehouse: Warehouse, name: str, words: Grid, about: Colophon) -> bytes:
    """The table of this name as csv, a line a row. about: the colophon of the answer that it stands in."""
    lang = about.lang
    known = _KNOWN[name](warehouse, lang)
    told = replace(
        about,
        title=words.caption,
        units=known.unit,
        legend=mark_lines([status for _, status in known.rows], lang),
        notes=(*words.notes, *known.notes),
        sources=(words.source,),
    )
    lines = [
        (*row, ids, text(f"status.{status}", lang), MARKS.get(status))
        for row, (ids, status) in zip(words.rows, known.rows, strict=True)
    ]
    rows = Rows((*words.header, *ADDED), (*words.header, *headed(ADDED, lang)), lines)
    out = io.BytesIO()
    write_csv(out, with_papers(rows, told, ALL_PAPERS))
    return out.getvalue()


def _actions(warehouse: Warehouse, lang: Lang) -> Figures:
    table = measures.action_table(warehouse, measures.actions(warehouse, lang), lang)
    rows = [(str(row["figure_id"]), Status(row["status"])) for row in table.records]
    notes = (text("recruitment.kinds_note", lang), text("recruitment.partner_note", lang))
    return Figures(rows, text("unit_name.interval", lang), notes)


def _criteria(warehouse: Warehouse, lang: Lang) -> Figures:
    """A criterion is its public figures, or the figure that is not published."""
    known = measures.references(warehouse, lang).set_index("figure_id").to_dict("index")
    rows: list[tuple[str, Status]] = []
    units: dict[str, None] = {}
    for row in measures.criteria(warehouse, lang).to_dict("records"):
        public = [each.figure_id for each in mentions(row["figure"])]
        own = f"EVA-{row['criterion_id']}".upper()
        status = weakest(known[name]["status"] for name in public) if public else Status.UNAVAILABLE
        rows.append((", ".join(public) or own, status))
        units |= {text(f"unit_name.{known[name]['unit']}", lang): None for name in public}
    return Figures(rows, ", ".join(units), (text("evaluation.no_effect", lang),))


_KNOWN: dict[str, Callable[[Warehouse, Lang], Figures]] = {"actions": _actions, "criteria": _criteria}
