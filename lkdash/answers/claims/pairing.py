"""Which edition each figure of a sentence is claimed of, by where they stand in it."""

from collections.abc import Sequence

from lkdash.answers.claims.periods import Periods
from lkdash.answers.claims.ranges import Stated
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Token, ends_at, vocabulary


def paired(
    found: Sequence[Token], levels: Sequence[Stated], periods: Periods, changing: bool
) -> tuple[str, ...]:
    """The edition of each level; none where every level is claimed of all editions.

    Several levels belong to as many years in the order of the sentence, or to the ends of a change ('van …
    naar …'), one level to one of these; raises Untold where neither is so.
    """
    ends = _ends(periods) if changing else ()
    sides = [_side(found, level) for level in levels]
    if ends and "" not in sides and len(set(sides)) == len(sides):
        return tuple(ends[side == "to"] for side in sides)
    if len(levels) < 2 and not (levels and changing and len(periods.said) > 1):
        return ()
    if len(levels) == len(periods.said) and not periods.spanned:
        return periods.said
    raise Untold("several")


def _ends(periods: Periods) -> tuple[str, ...]:
    """The first and the last edition of the one change that a sentence tells, where it is one."""
    if periods.spanned and periods.since is None:
        return periods.years[0], periods.years[-1]
    if len(periods.said) != 1:
        return ()
    return periods.since or str(int(periods.said[0]) - 1), periods.said[0]


def _side(found: Sequence[Token], level: Stated) -> str:
    """Is this where a change comes from, or where it goes to?"""
    words = vocabulary()["change"]
    sides = {"from": words["from"], "to": words["to"]}
    return next((side for side, listed in sides.items() if ends_at(found, listed, level.start)), "")
