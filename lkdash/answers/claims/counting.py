"""What the figures of a sentence count, and whether it says one thing of them."""

from collections.abc import Iterable, Sequence

from lkdash.answers.claims.naming import Named
from lkdash.answers.claims.roles import Claimed
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.wording import told_as
from lkdash.answers.claims.words import Token, phrases, starts_at, vocabulary


def check_counting(claim: Claimed, named: Named) -> None:
    """Raises Untold where a figure counts something else than the measure, or two things are said at once."""
    told, words = told_as(named.measure), vocabulary()
    counted = [noun for level in claim.levels if (noun := _noun(claim.found, level.end))]
    for word, groups in counted:
        if not groups & set(told["of"]) & counted[0][1]:
            raise Untold("counted", words=[word])
    groups_once = [words["group"][name]["words"] for name in told.get("once", ())]
    for listed in (*groups_once, [*words["known"]["quantity"], *words["share"]["words"]]):
        said = _said(claim.found, listed)
        if len(said) > max(1, len(claim.levels)):
            raise Untold("twice", words=said)


def _noun(found: Sequence[Token], at: int) -> tuple[str, set[str]] | None:
    """What a figure before token `at` counts, and in which groups it is; None where no such word follows."""
    words = vocabulary()
    while at < len(found) and found[at].word in words["known"]["before_noun"]:
        at += 1
    groups = {name for name in words["known"]["nouns"] if starts_at(found, words["group"][name]["words"], at)}
    return (found[at].written, groups) if groups else None


def _said(found: Sequence[Token], listed: Iterable[str]) -> list[str]:
    """Each word of a list in the sentence, once a place; 'alle kaarten' is one."""
    used: set[int] = set()
    said = []
    for place in phrases(found, listed):
        span = set(range(place.start, place.end))
        if not span & used:
            used |= span
            said.append(" ".join(found[at].written for at in sorted(span)))
    return said
