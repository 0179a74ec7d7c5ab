"""One sub-question of a written question."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SubQuestion:
    """One sub-question: its number ('3a'), its words, and the lead-in that it shares with others ('').

    dutch: the same words in Dutch, where `text` is in another language; rules read Dutch.
    """

    number: str
    text: str
    lead: str = ""
    dutch: str = ""

    @property
    def asked(self) -> str:
        """What the rules read."""
        return self.dutch or f"{self.lead} {self.text}".strip()
