"""Which words call for which tables and reasons: rules that are data, for everyone to read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkdash.answers.above import Above, Ways
from lkdash.answers.claims import own_keywords
from lkdash.answers.groups import Lists, fit, wanted, ways
from lkdash.answers.naming import Subject
from lkdash.answers.strange import Known, strange
from lkdash.contracts import Lang
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.measures.words import in_language

LISTS, TAKING = "list", "taking"  # words with a name; when the text above gives its subject: both no rules
ABOVE, ALONE, BELOW, AFTER, PLAIN, COUNTING = "above", "alone", "below", "after", "#plain", "#counting"
OF_CARD = ("#card-name", "#other-matter", "#plain")  # its own name, other matters, words that name none
OF_CAMPAIGN = ("#recruiting", "#beside-campaign", "#plain|#campaign-plain")
WHOSE = ("whose-card", "whose-campaign")


@dataclass(frozen=True)
class Rule:
    """One rule in the reader's language.

    kind: figures, words or unknown. ways: each of them groups; it fits where all the groups of one do.
    known: of a table, the words that a sentence may have; others may be of another matter.
    """

    rule_id: str
    kind: str
    label: str
    ways: Ways
    shows: str
    measures: tuple[str, ...]
    remarks: tuple[str, ...]
    says: tuple[str, ...]
    closing: tuple[str, ...]
    reason: str
    known: Known | None = None

    def fits(self, asked: str, before: str = "", above: str = "") -> bool:
        """True where all the groups of one of its ways fit the text.

        before: what it refers back to. above: the text above all sub-questions, where that names the subject.
        A sentence with a word that the rule does not know may name its subject, and no more.
        """
        read = self.known.sentences(asked) if self.known else asked
        return fit(self.ways, read, before or asked, above)


def rules(warehouse: Warehouse, lang: Lang) -> dict[str, Rule]:
    """Every rule by its id, in order; the lists of words that they name are no rules."""
    rows = [
        {str(name): row[name] for name in row}
        for row in in_language(warehouse.query("rules"), lang).to_dict("records")
    ]
    lists = _lists(warehouse)
    found = [_rule(row, lists) for row in rows if row["kind"] not in (LISTS, TAKING)]
    of_card = _known([rule for rule in found if rule.kind != "words"], lists, *OF_CARD)
    of_campaign = _known(found, lists, *OF_CAMPAIGN)
    return {rule.rule_id: _strict(rule, lists, of_card, of_campaign) for rule in found}


def _strict(rule: Rule, lists: Lists, of_card: Known, of_campaign: Known) -> Rule:
    """The rule with the words that its sentences may have: tables of figures, and what is on the campaign."""
    if rule.kind == "figures":
        return replace(rule, known=of_card)
    alone = _is_on(rule, lists, OF_CAMPAIGN[0]) and not _is_on(rule, lists, OF_CARD[0])
    return replace(rule, known=of_campaign) if alone else rule


def _is_on(rule: Rule, lists: Lists, name: str) -> bool:
    """Does the rule ask for the subject with this name?"""
    own = set(lists.alternatives(name))
    return any(group.wanted and own & set(group.alternatives) for way in rule.ways for group in way)


def _known(found: Sequence[Rule], lists: Lists, name: str, others: str, plain: str) -> Known:
    """The plain words, and those by which these rules ask for what is of the subject with this name."""
    ours = [rule for rule in found if _is_on(rule, lists, name)]
    words, names, another = (frozenset(lists.alternatives(each)) for each in (plain, name, others))
    return Known(words.union(*(wanted(way) for rule in ours for way in rule.ways)), names, another)


def above(warehouse: Warehouse, text: str) -> Above:
    """What the text above the first sub-question gives them: no subject where it names none, or two."""
    rows = warehouse.query("rules").to_dict("records")
    lists = _lists(warehouse)
    found = {row["rule_id"]: ways(str(row["words"]), lists) for row in rows if row["kind"] == TAKING}
    plain, counting = (frozenset(lists.alternatives(name)) for name in (PLAIN, COUNTING))
    subjects = tuple(Subject(*found[name][0]) for name in WHOSE)
    says = bool(strange(plain.union(*(wanted(way) for way in found[ALONE])), text))
    named = any(all(group.stands_above(text) for group in way) for way in found[ABOVE if says else ALONE])
    return Above(
        text if named else "", found[BELOW], found[AFTER], plain, counting, text if says else "", subjects
    )


def _lists(warehouse: Warehouse) -> Lists:
    rows = warehouse.query("rules").to_dict("records")
    listed = {str(row["rule_id"]): str(row["words"]) for row in rows if row["kind"] == LISTS}
    return Lists(listed, own_keywords(warehouse))


def _rule(row: dict[str, object], lists: Lists) -> Rule:
    def names(column: str) -> tuple[str, ...]:
        return () if is_missing(row[column]) else tuple(str(row[column]).split())

    return Rule(
        rule_id=str(row["rule_id"]),
        kind=str(row["kind"]),
        label=str(row["text"]),
        ways=ways(str(row["words"]), lists),
        shows=" ".join(names("shows")),
        measures=names("measures"),
        remarks=names("remarks"),
        says=names("says"),
        closing=names("closing"),
        reason="" if is_missing(row["reason"]) else str(row["reason"]),
    )
