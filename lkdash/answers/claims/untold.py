"""What is raised where nobody can tell whether a sentence holds."""

from collections.abc import Iterable


class Untold(Exception):
    """Why nobody can tell. reason: a key of the texts [claim_reason]. measures: those it may be about.

    words: what stands in the way, as the sentence writes it.
    """

    def __init__(self, reason: str, *measures: str, words: Iterable[str] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.measures = measures
        self.words = tuple(dict.fromkeys(words))
