"""The draft of an answer, in the order that such answers have: remarks, tables, reading, what is being done.

Every number in it comes from a measure, with its status in words; nothing in it can be typed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from lkdash import measures
from lkdash.answers.about import about_draft
from lkdash.answers.known_errors import error_marks
from lkdash.answers.note_marks import note_marks
from lkdash.answers.plan import Plan
from lkdash.answers.reading import readings
from lkdash.answers.rules import Rule, rules
from lkdash.answers.told import GRIDS, told
from lkdash.answers.years import years
from lkdash.contracts import Block, Bullets, Document, Grid, Heading, Lang, Paragraph, Table
from lkdash.db import Warehouse
from lkdash.exports import grid, refuse_examples
from lkdash.exports.catalogue import TABLES
from lkdash.exports.png_words import explained
from lkdash.texts import listed, text

Drawn = Callable[[str, Table, int], Block]  # a table's name, its figures, its number in the answer


@dataclass(frozen=True)
class Draft:
    """A document, the tables of figures that it shows and its tables of words, by name.

    counted: the figures that its sentences mention and no table shows.
    """

    document: Document
    tables: dict[str, Table]
    words: dict[str, Grid]
    counted: Table


def draft(warehouse: Warehouse, plan: Plan, made_on: date, drawn: Drawn | None = None) -> Draft:
    """The draft of this plan; Refusal where it would show a made-up figure, KeyError on an unknown rule.

    drawn: what shows the chart of a table, to stand below it.
    """
    lang = plan.choice.lang
    known = rules(warehouse, lang)
    used = [known[name] for name in plan.rules]
    tables = tables_of(warehouse, used, plan)
    refuse_examples(tables.values())
    grids = dict(_grids(warehouse, used, tables, lang))
    blocks = (
        *_questions(plan),
        *_remarks(warehouse, used, lang),
        *_figures(grids, tables, lang, drawn),
        *_readings(warehouse, plan, known, tables),
        *_closing(warehouse, used, lang),
    )
    counted = _counted(warehouse, blocks, lang)
    about = about_draft(warehouse, plan, used, tables, counted, made_on, pictured=drawn is not None)
    words = {name: block for name, block in grids.items() if name not in tables}
    return Draft(Document(blocks, about), tables, words, counted)


def _counted(warehouse: Warehouse, blocks: tuple[Block, ...], lang: Lang) -> Table:
    """The counts that the sentences mention."""
    table = measures.counted(warehouse, lang)
    said = {each.figure_id for block in blocks if isinstance(block, Paragraph) for each in block.mentions}
    rows = table.rows[table.rows["figure_id"].isin(said)]
    return replace(
        table, rows=rows, sources=table.sources[table.sources["source_id"].isin(rows["source_id"])]
    )


def tables_of(warehouse: Warehouse, used: list[Rule], plan: Plan) -> dict[str, Table]:
    """The tables of figures that these rules show, each once, in order; never with examples."""
    choice = replace(plan.choice, examples=False)
    names = dict.fromkeys(rule.shows for rule in used if rule.kind == "figures")
    return {name: TABLES[name].table(warehouse, choice) for name in names}


def _questions(plan: Plan) -> Iterator[Block]:
    lang = plan.choice.lang
    yield Heading(text("answer.questions", lang))
    for item in plan.items:
        words = " ".join(part for part in (item.question.lead, item.question.text) if part)
        yield Paragraph(text("answer.numbered", lang, number=item.question.number, words=words))


def _remarks(warehouse: Warehouse, used: list[Rule], lang: Lang) -> Iterator[Block]:
    wanted = {name for rule in used for name in rule.remarks}
    lines = measures.remarks(warehouse, wanted, lang)
    if lines:
        yield Heading(text("answer.remarks", lang))
        yield Bullets(tuple(lines), numbered=True)


def _figures(
    grids: dict[str, Grid], tables: dict[str, Table], lang: Lang, drawn: Drawn | None
) -> Iterator[Block]:
    if grids:
        yield Heading(text("answer.figures", lang))
    for at, (name, block) in enumerate(grids.items(), start=1):
        yield replace(block, caption=text("answer.table", lang, at=at, title=block.caption))
        if drawn and name in tables and TABLES[name].chart:
            yield explained(drawn(name, tables[name], at), tables[name], lang)


def _grids(
    warehouse: Warehouse, used: list[Rule], tables: dict[str, Table], lang: Lang
) -> Iterator[tuple[str, Grid]]:
    """The tables in the rules' order, without the notes that stand among the remarks."""
    first = set(measures.remarks(warehouse, {name for rule in used for name in rule.remarks}, lang))
    for name in shown_as_grids(used):
        if name in tables:
            made = grid(tables[name], text(TABLES[name].title, lang), lang, TABLES[name].by)
            made = replace(made, notes=tuple(note for note in made.notes if note not in first))
            marks = (*note_marks(warehouse, tables[name], made), *error_marks(tables[name], made))
            yield name, replace(made, marks=marks)
        else:
            yield from ((name, block) for block in told(warehouse, name, lang) if isinstance(block, Grid))


def shown_as_grids(used: list[Rule]) -> list[str]:
    """The tables that these rules show, by name, in order: the first is table 1."""
    return list(dict.fromkeys(rule.shows for rule in used if rule.kind == "figures" or rule.shows in GRIDS))


def _readings(
    warehouse: Warehouse, plan: Plan, known: dict[str, Rule], tables: dict[str, Table]
) -> Iterator[Block]:
    lang = plan.choice.lang
    at = {
        name: str(n) for n, name in enumerate(shown_as_grids([known[name] for name in plan.rules]), start=1)
    }
    yield Heading(text("answer.readings", lang))
    if any(years(item.question, ()) for item in plan.items):
        yield Paragraph(text("answer.no_year", lang))
    for item in plan.items:
        yield Heading(text("answer.question", lang, number=item.question.number), level=2)
        used = [known[name] for name in item.rules]
        if not used:
            yield Paragraph(text("answer.nothing_fits", lang))
        numbers = [at[name] for name in shown_as_grids(used)]
        key = "answer.see" if len(numbers) == 1 else "answer.see_several"
        see = text(key, lang, tables=listed(numbers, lang)) if numbers else ""
        yield from readings(warehouse, item.question, used, tables, plan.choice, see)


def _closing(warehouse: Warehouse, used: list[Rule], lang: Lang) -> Iterator[Block]:
    read = {rule.shows for rule in used}
    names = dict.fromkeys(name for rule in used for name in rule.closing if name not in read)
    blocks = [block for name in names for block in told(warehouse, name, lang)]
    if blocks:
        yield Heading(text("answer.doing", lang))
        yield from blocks
