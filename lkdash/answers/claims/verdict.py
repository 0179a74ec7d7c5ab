"""What can be said of a sentence, and on what it rests."""

from dataclasses import dataclass, replace

from lkdash.answers.claims.judging import Judged, Outcome, together
from lkdash.answers.claims.reading import Reading
from lkdash.contracts import Table


@dataclass(frozen=True)
class Verdict:
    """What can be said of a sentence, and on what it rests.

    reason: a key of the texts [claim_reason], where nobody can tell. measure: its name, empty where none was
    recognised. editions: those for which the sentence holds. judged: each edition looked at. table: their
    figures. differences: changes between two editions in words. missing: editions it needs that have no
    figure. candidates: the measures that it may be about. published: figures that say otherwise, where only
    those recomputed from the published numbers bear the sentence out; it repeats one of them. recomputed:
    those that bear out a limit ('minder dan 65 %') which the published ones refute. words: those of the
    sentence that stand in the way. miscalled: editions, with the status that the sentence wrongly gives them.
    compared: the editions of each change, the one it starts from first. whole: the measure that a part is of,
    where the year stands with the whole ('van de 204.530 kaarten in 2017').
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
    recomputed: Table | None = None
    words: tuple[str, ...] = ()
    miscalled: tuple[tuple[str, str], ...] = ()
    compared: tuple[tuple[str, str], ...] = ()
    whole: str = ""

    def rests_on(self, edition: str) -> set[str]:
        """The editions that the outcome of a judged edition rests on: its own, and those of its change."""
        changes = [pair for pair in self.compared if len(self.compared) == 1 or pair[1] == edition]
        return {edition, *(one for pair in changes for one in pair)}

    @property
    def of_one_change(self) -> bool:
        """Does the sentence give the figures of a change, edition by edition?"""
        return self.reading is not None and self.reading.changing and len(self.reading.editions) > 1

    def with_judged(self, judged: tuple[Judged, ...]) -> "Verdict":
        """The same with other outcomes; a change of which one figure is wrong holds for no edition."""
        wrong = self.of_one_change and any(one.outcome == Outcome.NOT for one in judged)
        outcome = Outcome.NOT if wrong else together(judged)
        reason = self.reason if outcome == Outcome.UNTOLD else ""
        holding = [one.edition for one in judged if one.outcome == Outcome.HOLDS and not wrong]
        return replace(self, outcome=outcome, reason=reason, editions=tuple(holding), judged=judged)

    @property
    def bearing_out(self) -> Table | None:
        """The figures of the editions for which the sentence holds."""
        if self.table is None:
            return None
        rows = self.table.rows
        return replace(self.table, rows=rows[rows["period"].isin(self.editions)].reset_index(drop=True))
