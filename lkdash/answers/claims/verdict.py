"""What can be said of a sentence, and on what it rests."""

from dataclasses import dataclass

from lkdash.answers.claims.judging import Judged, Outcome
from lkdash.answers.claims.reading import Reading
from lkdash.contracts import Table


@dataclass(frozen=True)
class Verdict:
    """What can be said of a sentence, and on what it rests.

    reason: a key of the texts [claim_reason], where nobody can tell. measure: its name, empty where none was
    recognised. editions: those for which the sentence holds. judged: each edition looked at. table: their
    figures. differences: changes between two editions in words. missing: editions it needs that have no
    figure. candidates: the measures that it may be about. published: figures that say otherwise, where only
    those recomputed from the published numbers bear the sentence out. words: those of the sentence that stand
    in the way.
    """

    sentence: str
    outcome: Outcome
    reason: str = ""
    measure: str = ""
    editions: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    table: Table | None = None
    differences: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reading: Reading | None = None
    published: Table | None = None
    words: tuple[str, ...] = ()
