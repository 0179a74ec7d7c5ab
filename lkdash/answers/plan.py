"""What a member of the cabinet decided: which sub-questions, in which order, answered by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkdash.answers.proposing import Proposal
from lkdash.answers.sub_question import SubQuestion
from lkdash.contracts import Choice


@dataclass(frozen=True)
class Item:
    """One sub-question that is answered, and the ids of the rules that answer it, in order."""

    question: SubQuestion
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A whole answer before it is written: its subject, its items in order, the reader's choice."""

    subject: str
    items: tuple[Item, ...]
    choice: Choice

    @property
    def rules(self) -> list[str]:
        """Every rule that is used, in order, each once."""
        return list(dict.fromkeys(name for item in self.items for name in item.rules))

    def moved(self, at: int, by: int) -> "Plan":
        """The same with the item at this place moved up (-1) or down (+1)."""
        items = list(self.items)
        to = min(max(at + by, 0), len(items) - 1)
        items.insert(to, items.pop(at))
        return replace(self, items=tuple(items))


def planned(subject: str, proposals: Sequence[Proposal], choice: Choice) -> Plan:
    """Everything as proposed."""
    items = [Item(found.question, tuple(rule.rule_id for rule in found.rules)) for found in proposals]
    return Plan(subject, tuple(items), choice)
