"""What the figures of a sentence are: levels or the size of a change, and which way it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkdash.answers.claims.amounts import Kind, Year
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Token, ends_at, phrases, scattered, starts_at, vocabulary

UP, DOWN, FLAT = "up", "down", "flat"
NEAR = 10  # times a figure: as far as one with 'tot' after it may be the other end of a range


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
    ranges = [
        level.written for level in levels for change in changes if _may_be_a_range(found, change, level)
    ]
    if ranges:
        raise Untold("level_or_change", words=ranges)
    return Claimed(found, levels, changes[0] if changes else None, direction, tuple(years))


def slightly(claim: Claimed) -> set[int]:
    """The tokens that call a change slight; none where they belong to a figure ('iets meer dan 60 %')."""
    taken = {at for figure in claim.figures for at in range(figure.start, figure.end)}
    said = phrases(claim.found, vocabulary()["size"]["slight"])
    places = {at for place in said for at in range(place.start, place.end)}
    return places - taken if claim.changing else set()


def _direction(found: Sequence[Token], figures: Sequence[Stated]) -> str | None:
    """Up, down or flat, where one word says so that belongs to no figure; Untold where two do."""
    said = _changes_said(found, figures)
    if len({name for name, _ in said}) > 1:
        raise Untold("two_directions")
    used: set[int] = set()
    times = 0
    for _, places in sorted(said, key=lambda one: -len(one[1])):
        times += not places & used
        used |= places
    if times > 1:  # 'steeg meer dan in 2019': of a change itself nothing is read
        raise Untold("two_changes", words=[found[at].written for at in sorted(used)])
    return said[0][0] if said else None


def _changes_said(found: Sequence[Token], figures: Sequence[Stated]) -> list[tuple[str, set[int]]]:
    """Each direction with the tokens that say so."""
    words = vocabulary()["change"]
    taken = {at for figure in figures for at in range(figure.start, figure.end)}
    always = {UP: [*words["up"], *words["added"]], DOWN: words["down"], FLAT: words["flat"]}
    compared = {UP: words["more"], DOWN: words["fewer"]}
    said = [(name, place) for name, listed in always.items() for place in phrases(found, listed)]
    for name, listed in compared.items():
        said += [(name, place) for place in phrases(found, listed) if place.start not in taken]
    spans = [(name, set(range(place.start, place.end))) for name, place in said]
    for name in always:
        spans += [(name, scattered(found, phrase)) for phrase in words[f"{name}_apart"]]
    return [(name, places) for name, places in spans if places]


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


def _may_be_a_range(found: Sequence[Token], change: Stated, level: Stated) -> bool:
    """'steeg met 4.000 tot 5.000': by so many up to so many, or by so many to a level?"""
    joined = [token.word for token in found[change.end : level.start]]
    near = change.amount.value < level.amount.value <= NEAR * change.amount.value
    return joined == ["tot"] and change.amount.kind == level.amount.kind and near


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
