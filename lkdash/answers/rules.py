"""Which tables and reasons a sub-question calls for: rules that are data, for everyone to read."""

import re
from dataclasses import dataclass

from lkdash.answers.claims import own_keywords
from lkdash.answers.questions import SubQuestion
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.words import in_language

Words = tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """One rule in the reader's language.

    kind: figures, words or unknown. words: groups of alternatives; an alternative is the words that it needs.
    """

    rule_id: str
    kind: str
    label: str
    words: tuple[tuple[Words, ...], ...]
    shows: str
    measures: tuple[str, ...]
    remarks: tuple[str, ...]
    closing: tuple[str, ...]
    reason: str

    def fits(self, asked: str) -> bool:
        """True where each group has an alternative that occurs in the text."""
        return all(any(_all_occur(words, asked) for words in group) for group in self.words)


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
        words=tuple(_group(group, keywords) for group in str(row["words"]).split(" & ")),
        shows=" ".join(names("shows")),
        measures=names("measures"),
        remarks=names("remarks"),
        closing=names("closing"),
        reason="" if is_missing(row["reason"]) else str(row["reason"]),
    )


def _group(written: str, keywords: dict[str, tuple[Words, ...]]) -> tuple[Words, ...]:
    """The alternatives of a group; '@measure' stands for each of the measure's own keywords."""
    named = (
        keywords.get(word[1:], ()) if word.startswith("@") else ((word,),) for word in written.split("|")
    )
    return tuple(words for alternatives in named for words in alternatives)


def _all_occur(words: Words, asked: str) -> bool:
    return all(occurs(word, asked) for word in words)


def occurs(word: str, asked: str) -> bool:
    """Does a word or phrase occur, upper case aside? 'word*' stands for every word that begins so."""
    ending = r"\w*" if word.endswith("*") else ""
    return re.search(rf"(?<!\w){re.escape(word.rstrip('*'))}{ending}(?!\w)", asked, re.IGNORECASE) is not None


def propose(questions: list[SubQuestion], known: dict[str, Rule]) -> list[Proposal]:
    """For each sub-question the rules that fit its words and the lead-in that it shares with others."""
    return [
        Proposal(question, tuple(rule for rule in known.values() if rule.fits(question.asked)))
        for question in questions
    ]
