"""The one measure that a sentence is about, by its unit, its keywords and what it must say to be about it."""

from collections.abc import Sequence
from dataclasses import replace

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.counting import check_counting
from lkdash.answers.claims.naming import Named, named_by
from lkdash.answers.claims.roles import Claimed
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.wording import beyond, check_wording, says_enough
from lkdash.answers.claims.words import Token, ends_at, phrases, vocabulary
from lkdash.contracts import Unit
from lkdash.db import Warehouse


def measure_of(claim: Claimed, warehouse: Warehouse) -> Named:
    """The measure; Untold where there is none, two fit as well, or a word may say something else."""
    about_shares = _about_shares(claim)
    named = [one for one in named_by(_without_limits(claim), warehouse) if one.unit != Unit.POINTS]
    fitting = _denied(claim, [one for one in named if (one.unit == Unit.SHARE) == about_shares])
    if not fitting:
        raise Untold("no_measure")
    told = [one for one in fitting if says_enough(claim.found, one.measure)]
    if not told:
        words = beyond(claim, fitting[0])
        raise Untold("foreign", words=words) if words else Untold("no_measure")
    best = [one.measure for one in told if one.rank == told[0].rank]
    if len(best) > 1:
        raise Untold("two_measures", *best)
    check_wording(claim, told[0])
    check_counting(claim, told[0])
    return told[0]


def _without_limits(claim: Claimed) -> list[Token]:
    """The tokens, those of a figure's limit and those that lead to a figure or a year empty.

    'Net geen 68 %' names nobody without a card, and 'naar 100.102' sends nothing to the libraries.
    """
    limits = {
        at
        for figure in claim.figures
        for at in range(figure.start, figure.end)
        if not figure.amount.start <= at < figure.amount.end
    }
    starts = [*(figure.start for figure in claim.figures), *(year.start for year in claim.years)]
    led = {at for start in starts for at in _leading_to(claim.found, start)}
    return [replace(token, word="") if at in limits | led else token for at, token in enumerate(claim.found)]


def _leading_to(found: Sequence[Token], start: int) -> set[int]:
    """The tokens of a change that lead to what begins at token `start`: 'naar 100.102', 'naar de 100.102'."""
    words = vocabulary()
    while start > 0 and found[start - 1].word in words["number"]["skipped"]:
        start -= 1
    place = ends_at(found, words["change"]["to"], start)
    return set() if place is None else set(range(place.start, place.end))


def _denied(claim: Claimed, fitting: list[Named]) -> list[Named]:
    """Those that a denial in the sentence is part of, next to what it denies; all where none is."""
    words = vocabulary()["denial"]
    taken = {at for figure in claim.figures for at in range(figure.start, figure.end)}
    denials = {place.start for place in phrases(claim.found, words["words"])} - taken
    joined = {at for place in phrases(claim.found, words["joined"]) for at in range(place.start, place.end)}
    left = [one for one in fitting if denials <= one.at & joined]
    if denials and not left:
        raise Untold("denial")
    return left


def _about_shares(claim: Claimed) -> bool:
    """Is the sentence about a share rather than a count? Untold where its figures are of both kinds."""
    kinds = {figure.amount.kind for figure in claim.levels}
    if len(kinds) > 1:
        raise Untold("several")
    if kinds:
        return kinds == {Kind.SHARE}
    named = next(phrases(claim.found, vocabulary()["share"]["words"]), None) is not None
    change = claim.change
    if change is not None and change.amount.kind == Kind.SHARE and named:
        raise Untold("percent_or_points")
    return named or (change is not None and change.amount.kind == Kind.POINTS)
