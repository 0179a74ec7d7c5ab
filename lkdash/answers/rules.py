"""Which tables and reasons a sub-question calls for: rules that are data, for everyone to read."""

import re
from dataclasses import dataclass

from lkdash.answers.claims import own_keywords
from lkdash.answers.claims.words import folded
from lkdash.answers.questions import SubQuestion
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.words import in_language

Words = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Alternatives, each the words that it needs. wanted: must one of them occur, or may none?"""

    alternatives: tuple[Words, ...]
    wanted: bool

    def fits(self, asked: str) -> bool:
        """Does one of the alternatives occur, or none, as wanted?"""
        return any(_all_occur(words, asked) for words in self.alternatives) is self.wanted


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

    def fits(self, asked: str) -> bool:
        """True where all the groups of one of its ways fit the text."""
        return any(all(group.fits(asked) for group in way) for way in self.ways)


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one sub-question: the rules that fit, in order; none where nothing fits."""

    question: SubQuestion
    rules: tuple[Rule, ...]


def rules(warehouse: Warehouse, lang: Lang) -> dict[str, Rule]:
    """Every rule by its id, in order."""
    rows, keywords = in_language(warehouse.query("rules"), lang).to_dict("records"), own_keywords(warehouse)
    return {str(row["rule_id"]): _rule({str(name): row[name] for name in row}, keywords) for row in rows}


def _rule(row: dict[str, object], keywords: dict[str, tuple[Words, ...]]) -> Rule:
    def names(column: str) -> tuple[str, ...]:
        return () if is_missing(row[column]) else tuple(str(row[column]).split())

    return Rule(
        rule_id=str(row["rule_id"]),
        kind=str(row["kind"]),
        label=str(row["text"]),
        ways=tuple(_way(way, keywords) for way in str(row["words"]).split(" ; ")),
        shows=" ".join(names("shows")),
        measures=names("measures"),
        remarks=names("remarks"),
        says=names("says"),
        closing=names("closing"),
        reason="" if is_missing(row["reason"]) else str(row["reason"]),
    )


def _way(written: str, keywords: dict[str, tuple[Words, ...]]) -> tuple[Group, ...]:
    return tuple(_group(group, keywords) for group in written.split(" & "))


def _group(written: str, keywords: dict[str, tuple[Words, ...]]) -> Group:
    """A group; '!' before it: none may occur; '@measure' stands for each of the measure's own keywords."""
    words = written.removeprefix("!").split("|")
    named = (keywords.get(word[1:], ()) if word.startswith("@") else ((word,),) for word in words)
    alternatives = tuple(words for alternatives in named for words in alternatives)
    return Group(alternatives, wanted=not written.startswith("!"))


def _all_occur(words: Words, asked: str) -> bool:
    return all(occurs(word, asked) for word in words)


def occurs(word: str, asked: str) -> bool:
    """Does a word or phrase occur, capitals and accents aside? 'word*': every word that begins so."""
    ending = r"\w*" if word.endswith("*") else ""
    wanted = re.escape(folded(word.rstrip("*")))
    return re.search(rf"(?<!\w){wanted}{ending}(?!\w)", folded(asked)) is not None


def propose(questions: list[SubQuestion], known: dict[str, Rule]) -> list[Proposal]:
    """For each sub-question the rules that fit its words and the lead-in that it shares with others."""
    return [
        Proposal(question, tuple(rule for rule in known.values() if rule.fits(question.asked)))
        for question in questions
    ]
