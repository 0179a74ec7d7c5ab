"""What is raised where nobody can tell whether a sentence holds."""


class Untold(Exception):
    """Why nobody can tell. reason: a key of the texts [claim_reason]. measures: those it may be about."""

    def __init__(self, reason: str, *measures: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.measures = measures
