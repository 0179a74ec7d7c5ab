"""Changes that a sentence claims: between which editions, how much, and whether the figures bear it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.judging import Judged, Outcome, Value, judge, value_of
from lkdash.answers.claims.ranges import Range
from lkdash.answers.claims.reading import Reading
from lkdash.answers.claims.roles import DOWN, FLAT, UP
from lkdash.answers.claims.said import said_change, statement, told_editions
from lkdash.answers.claims.steps import Step, steps
from lkdash.answers.claims.words import vocabulary
from lkdash.contracts import Lang, Unit, weakest
from lkdash.formats import is_missing, marked, number
from lkdash.stories.figures import Row
from lkdash.texts import text


@dataclass(frozen=True)
class Changes:
    """The changes that a reading is about, over the figures of its measure."""

    reading: Reading
    rows: Sequence[Row]

    @property
    def pairs(self) -> list[Step]:
        """The editions compared, the earlier one first."""
        years = {edition for edition in self._counted() if edition.isdigit()} | told_editions(self.rows)
        return steps(self.reading, sorted(years))

    @property
    def editions(self) -> list[str]:
        """Every edition compared."""
        return [edition for pair in self.pairs for edition in pair]

    @property
    def lacking(self) -> list[str]:
        """The editions of the comparisons that neither figures nor the words of a source decide."""
        return [edition for pair in self.pairs if not self._known(*pair) for edition in pair]

    @property
    def in_words(self) -> bool:
        """Does one of the comparisons rest on the words of a source alone?"""
        return any(self._known(*pair) and not self._complete(*pair) for pair in self.pairs)

    @property
    def on_the_year(self) -> bool:
        """Are all editions compared with the one of the year before?"""
        return bool(self.pairs) and all(int(now) == int(before) + 1 for before, now in self.pairs)

    @property
    def measure(self) -> str:
        """The measure of such changes on the year."""
        name = self.reading.named.measure
        return f"growth_{name}" if self._kind == Kind.SHARE else f"change_{name}"

    def judged(self) -> list[Judged]:
        """The outcome of every comparison, under the later edition or the one that is compared."""
        return [self._judged(before, now) for before, now in self.pairs]

    def at(self, edition: str) -> Judged:
        """The outcome that a level of this edition depends on: the only comparison, or that edition's own."""
        found = self.judged()
        if len(found) == 1:
            return found[0]
        own = next((n for n, (_, now) in enumerate(self.pairs) if now == edition), None)
        begun = next((n for n, (before, _) in enumerate(self.pairs) if before == edition), own)
        at = begun if own is None else own
        return _nothing(edition) if at is None else found[at]

    def told(self, lang: Lang) -> list[str]:
        """Each comparison with its difference in words: '2019 tegenover 2018: −2,0 procentpunt.'"""
        return [self._told(before, now, lang) for before, now in self.pairs if self._known(before, now)]

    def _judged(self, before: str, now: str) -> Judged:
        if before == now or not self._known(before, now):
            return _nothing(now)
        if self.reading.slight and not self._slight(before, now):
            return Judged(now, Outcome.UNTOLD, "size")
        difference, change = self._difference(before, now), self.reading.change
        exact = change is not None and change.rule == "exact"
        judged = judge(now, difference, self._allowed(), exact=exact, concludes=True)
        if judged.outcome != Outcome.UNTOLD:
            return judged
        if not self._complete(before, now):
            return replace(judged, reason="direction_only")
        sized = change is not None and change.allowed.two_sided and self._allowed().has(difference.published)
        return replace(judged, reason="computed") if sized else judged

    def _slight(self, before: str, now: str) -> bool:
        """Does a source say itself that this change was slight?"""
        row = statement(self.rows, before, now)
        return row is not None and not is_missing(row["size"]) and self.reading.change is None

    def _allowed(self) -> Range:
        """The changes that the sentence allows, with their sign."""
        change, direction = self.reading.change, str(self.reading.direction)
        moved = _moved(direction, self._kind)
        if change is None:
            return moved
        sized = change.allowed.turned() if direction == DOWN else change.allowed
        return sized if direction == FLAT else sized.within(moved)

    @property
    def _kind(self) -> Kind:
        """In what a change is measured: points, a part of the earlier figure, or a count."""
        if self.rows and self.rows[0]["unit"] == Unit.SHARE:
            return Kind.POINTS
        change = self.reading.change
        relative = change is not None and change.amount.kind == Kind.SHARE
        return Kind.SHARE if relative or self.reading.direction == FLAT else Kind.COUNT

    def _difference(self, before: str, now: str) -> Value:
        row = statement(self.rows, before, now)
        if row is not None and not self._complete(before, now):
            return said_change(row, self.rows, now, self._kind)
        then, later = (value_of(self._row(edition), self.rows) for edition in (before, now))
        if self._kind == Kind.SHARE:
            return later.growth(then)
        difference = later.minus(then)
        return difference.times(100) if self._kind == Kind.POINTS else difference

    def _told(self, before: str, now: str, lang: Lang) -> str:
        row = statement(self.rows, before, now)
        if row is not None and not self._complete(before, now):
            return text("claim.said", lang, now=row["period"], before=row["since"], printed=row["printed"])
        rows = [self._row(edition) for edition in (before, now)]
        unit = {Kind.POINTS: Unit.POINTS, Kind.SHARE: Unit.SHARE}.get(self._kind, rows[0]["unit"])
        decimals = 0 if self._kind == Kind.COUNT else 1
        change = self._difference(before, now).published
        words = number(change, str(unit), lang=lang, decimals=decimals, signed=True)
        if unit == Unit.POINTS:
            words = text("unit.points", lang, value=words)
        words = marked(words, weakest(str(row["status"]) for row in rows))
        return text("claim.difference", lang, now=now, before=before, value=words)

    def _row(self, edition: str) -> Row:
        return next(row for row in self.rows if row["period"] == edition)

    def _counted(self) -> list[str]:
        return [str(row["period"]) for row in self.rows if not is_missing(row["value"])]

    def _known(self, before: str, now: str) -> bool:
        """Is there something to judge the change by: both figures, or what a source says of it?"""
        return self._complete(before, now) or statement(self.rows, before, now) is not None

    def _complete(self, before: str, now: str) -> bool:
        """Are both figures there, and can the change be a part of the earlier one where it must?"""
        known = {before, now} <= set(self._counted())
        return known and not (self._kind == Kind.SHARE and self._row(before)["value"] == 0)


def _nothing(edition: str) -> Judged:
    return Judged(edition, Outcome.UNTOLD, "no_figure")


def _moved(direction: str, kind: Kind) -> Range:
    """The changes that a direction without a figure allows, in the change's own unit."""
    words = vocabulary()["change"]
    if direction == FLAT:
        margin = words["flat_points"] if kind == Kind.POINTS else words["flat_counts"]
        return Range(-margin, margin)
    return Range(0.0, inf, open_low=True) if direction == UP else Range(-inf, 0.0, open_high=True)
