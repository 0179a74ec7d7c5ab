"""What a check found, as a key and values: the sentence is made where it is read, in its language."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One broken rule: `key` names the sentence in the texts, `values` fill it."""

    key: str
    values: dict[str, str] = field(default_factory=dict)


class DataFault(Exception):
    """A dataset that cannot be used: its file is missing, damaged or breaks its promise."""

    def __init__(self, dataset: str, finding: Finding) -> None:
        super().__init__(f"{dataset}: {finding.key} {finding.values}")
        self.dataset = dataset
        self.finding = finding
