"""What is said under one sub-question: figures read out, words, and what cannot be answered and why."""

from collections.abc import Iterator
from dataclasses import replace

from lkdash import measures
from lkdash.answers.rules import Rule
from lkdash.answers.sub_question import SubQuestion
from lkdash.answers.told import told
from lkdash.answers.years import years
from lkdash.contracts import Block, Bullets, Choice, Grid, Lang, Paragraph, PeriodKind, Table
from lkdash.db import Warehouse
from lkdash.stories import by_period, disruption, spans, visits
from lkdash.texts import listed, text


def readings(
    warehouse: Warehouse,
    question: SubQuestion,
    used: list[Rule],
    tables: dict[str, Table],
    choice: Choice,
    see: str = "",
) -> Iterator[Block]:
    """The sentences on the figures, then the words, then what cannot be answered.

    see: says which tables to see, at the end of the last sentence: never alone on a page.
    """
    lang = choice.lang
    yield from _pointing(list(_told(warehouse, question, used, tables, choice)), see)
    shown = [tables[rule.shows] for rule in used if rule.kind == "figures"]
    reasons = [*_editions_absent(warehouse, question, shown, lang)]
    reasons += [text("answer.cannot", lang, what=rule.label, why=rule.reason) for rule in used if rule.reason]
    if reasons:
        yield Paragraph(text("answer.cannot_lead", lang))
        yield Bullets(tuple(reasons))


def _pointing(told: list[Block], see: str) -> list[Block]:
    """The same with this sentence at the end of the last paragraph."""
    if not see:
        return told
    if told and isinstance(told[-1], Paragraph):
        return [*told[:-1], replace(told[-1], text=f"{told[-1].text} {see}")]
    return [*told, Paragraph(see)]


def _told(
    warehouse: Warehouse, question: SubQuestion, used: list[Rule], tables: dict[str, Table], choice: Choice
) -> Iterator[Block]:
    lang = choice.lang
    for rule in used:
        if rule.kind == "figures":
            asked = years(question, measures.editions(warehouse).known)
            yield Paragraph.of(_read(warehouse, rule, _asked_for(asked, tables[rule.shows]), lang))
            yield from _notes(warehouse, rule, tables[rule.shows], choice)
        elif rule.kind == "words":
            yield from (block for block in told(warehouse, rule.shows, lang) if not isinstance(block, Grid))


def _read(warehouse: Warehouse, rule: Rule, table: Table, lang: Lang) -> str:
    if rule.shows == "disruption" and len(table.rows):
        return disruption(table, measures.dated_events(warehouse, lang), lang)
    if rule.shows == "website_visits":
        return visits(table, lang)
    return " ".join(by_period(table, measure, lang) for measure in rule.measures)


def _notes(warehouse: Warehouse, rule: Rule, table: Table, choice: Choice) -> Iterator[Block]:
    """The notes that the rule reads out, as far as they belong to the figures; of which editions sums are."""
    belong = set(table.notes["note_id"])
    said = measures.remarks(warehouse, belong & set(rule.says), choice.lang)
    left_out = set(measures.editions(warehouse).counted) - set(choice.editions)
    if left_out and PeriodKind.INTERVAL in set(table.rows["period_kind"]):
        said.append(text("answer.all_counted", choice.lang))
    if said:
        yield Paragraph(" ".join(said))


def _asked_for(asked: list[str], table: Table) -> Table:
    """Only these years, where the table has some of them."""
    named = [period for period in table.periods if period in asked]
    return table.at(*named) if named else table


def _editions_absent(
    warehouse: Warehouse, question: SubQuestion, shown: list[Table], lang: Lang
) -> Iterator[str]:
    """The editions that the sub-question names and that do not exist, or that the reader did not choose."""
    of_editions = [table for table in shown if set(table.rows["period_kind"]) == {PeriodKind.CALENDAR_YEAR}]
    if not of_editions:
        return
    known = measures.editions(warehouse).known
    named = years(question, known)
    chosen = {period for table in of_editions for period in table.periods}
    absent = [year for year in named if year not in known]
    left_out = [year for year in named if year in known and year not in chosen]
    if absent:
        key = "answer.no_edition" if len(absent) == 1 else "answer.no_editions"
        yield text(key, lang, editions=listed(absent, lang), known=spans(list(known)))
    if left_out:
        key = "answer.not_chosen" if len(left_out) == 1 else "answer.none_chosen"
        yield text(key, lang, editions=listed(left_out, lang))
