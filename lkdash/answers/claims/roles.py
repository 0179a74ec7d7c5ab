"""What the figures of a sentence are: levels or the size of a change, and which way it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims.numbers import Kind, Year
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Token, ends_at, phrases, scattered, starts_at, vocabulary

UP, DOWN, FLAT = "up", "down", "flat"


@dataclass(frozen=True)
class Claimed:
    """The words of a sentence with its levels, its change (a figure, a direction, or both) and its years."""

    found: Sequence[Token]
    levels: tuple[Stated, ...]
    change: Stated | None
    direction: str | None
    years: tuple[Year, ...]

    @property
    def changing(self) -> bool:
        """Does the sentence claim a change?"""
        return self.change is not None or self.direction is not None

    @property
    def figures(self) -> tuple[Stated, ...]:
        """Every figure."""
        return self.levels if self.change is None else (*self.levels, self.change)


def claimed(found: Sequence[Token], figures: Sequence[Stated], years: Sequence[Year]) -> Claimed:
    """Which figure is a change, which are levels; Untold for a change without a direction, and no claim."""
    bare = [
        figure.written for figure in figures if figure.amount.kind == Kind.COUNT and figure.amount.value % 1
    ]
    if bare:
        raise Untold("no_unit", words=bare)
    direction = _direction(found, figures)
    changes = [figure for figure in figures if _is_change(found, figure, direction)]
    if len(changes) > 1:
        raise Untold("several")
    if changes and direction is None:
        raise Untold("no_direction")
    if not figures and direction is None:
        raise Untold("no_claim")
    levels = tuple(figure for figure in figures if figure not in changes)
    return Claimed(found, levels, changes[0] if changes else None, direction, tuple(years))


def _direction(found: Sequence[Token], figures: Sequence[Stated]) -> str | None:
    """Up, down or flat, where one word says so that belongs to no figure; Untold where two disagree."""
    words = vocabulary()["change"]
    taken = {at for figure in figures for at in range(figure.start, figure.end)}
    said = set()
    for name, listed in {UP: words["up"], DOWN: words["down"], FLAT: words["flat"]}.items():
        apart = words.get(f"{name}_apart", [])
        if name == UP and next(phrases(found, words["added"]), None):
            said.add(UP)
        if next(phrases(found, listed), None) or any(scattered(found, phrase) for phrase in apart):
            said.add(name)
    for name, listed in {UP: words["more"], DOWN: words["fewer"]}.items():
        if any(place.start not in taken for place in phrases(found, listed)):
            said.add(name)
    if len(said) > 1:
        raise Untold("two_directions")
    return said.pop() if said else None


def _is_change(found: Sequence[Token], figure: Stated, direction: str | None) -> bool:
    words = vocabulary()["change"]
    if figure.amount.kind == Kind.POINTS:
        return True
    if direction is None:
        return False
    added = next(phrases(found, words["added"]), None) is not None
    if added or ends_at(found, [*words["by"], *words["of"]], figure.start):
        return True
    return _compared_after(found, figure)


def _compared_after(found: Sequence[Token], figure: Stated) -> bool:
    """'2.706 meer', '2.706 kaarten meer'; Untold where 'meer' comes later: a level, or a change?"""
    words = vocabulary()["change"]
    compared = [*words["more"], *words["fewer"]]
    for at in range(figure.end, len(found)):
        if not found[at].word.isalpha() or found[at].word in words["joins"]:
            return False
        if starts_at(found, compared, at):
            if at - figure.end > 1:
                raise Untold("level_or_change", words=[figure.written])
            return True
    return False
