"""Which tables and reasons a sub-question calls for: rules that are data, for everyone to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims import own_keywords
from lkdash.answers.groups import Group, Lists, way
from lkdash.answers.sub_question import SubQuestion
from lkdash.answers.subjects import referred_to
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.words import in_language

LISTS = "list"


@dataclass(frozen=True)
class Rule:
    """One rule in the reader's language.

    kind: figures, words or unknown. ways: each of them groups; it fits where all the groups of one do.
    """

    rule_id: str
    kind: str
    label: str
    ways: tuple[tuple[Group, ...], ...]
    shows: str
    measures: tuple[str, ...]
    remarks: tuple[str, ...]
    says: tuple[str, ...]
    closing: tuple[str, ...]
    reason: str

    def fits(self, asked: str, before: str = "") -> bool:
        """True where all the groups of one of its ways fit the text. before: what it refers back to."""
        return any(all(group.fits(asked, before) for group in way) for way in self.ways)


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one sub-question: the rules that fit, in order; none where nothing fits."""

    question: SubQuestion
    rules: tuple[Rule, ...]


def rules(warehouse: Warehouse, lang: Lang) -> dict[str, Rule]:
    """Every rule by its id, in order; the lists of words that they name are no rules."""
    rows = [
        {str(name): row[name] for name in row}
        for row in in_language(warehouse.query("rules"), lang).to_dict("records")
    ]
    listed = {str(row["rule_id"]): str(row["words"]) for row in rows if row["kind"] == LISTS}
    lists = Lists(listed, own_keywords(warehouse))
    return {str(row["rule_id"]): _rule(row, lists) for row in rows if row["kind"] != LISTS}


def _rule(row: dict[str, object], lists: Lists) -> Rule:
    def names(column: str) -> tuple[str, ...]:
        return () if is_missing(row[column]) else tuple(str(row[column]).split())

    return Rule(
        rule_id=str(row["rule_id"]),
        kind=str(row["kind"]),
        label=str(row["text"]),
        ways=tuple(way(written, lists) for written in str(row["words"]).split(" ; ")),
        shows=" ".join(names("shows")),
        measures=names("measures"),
        remarks=names("remarks"),
        says=names("says"),
        closing=names("closing"),
        reason="" if is_missing(row["reason"]) else str(row["reason"]),
    )


def propose(questions: Sequence[SubQuestion], known: dict[str, Rule]) -> list[Proposal]:
    """For each sub-question the rules that fit its words, its lead-in, and the subject that it takes."""
    subjects = {group for rule in known.values() for each in rule.ways for group in each if group.back}
    return [
        Proposal(question, tuple(rule for rule in known.values() if rule.fits(question.asked, before)))
        for question, before in zip(questions, referred_to(questions, subjects), strict=True)
    ]
