"""Whether a measure is told in the words of a sentence: what it must say, and that no other word is there.

A word that is not known may change what a sentence says ('gebruikte', 'digitale', 'in Gent'), so that only
sentences of known words are judged: those in words.toml under [known], and the groups of their measure.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lkdash.answers.claims.naming import Named
from lkdash.answers.claims.periods import compared, words_of_range
from lkdash.answers.claims.roles import Claimed
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Found, Token, ends_at, phrases, scattered, starts_at, vocabulary


def says_enough(found: Sequence[Token], measure: str) -> bool:
    """Does the sentence say all that it must to be about this measure?"""
    groups = vocabulary()["group"]
    needs = (name.split("|") for name in _told(measure)["needs"])
    return all(any(_places(found, groups[name]) for name in either) for either in needs)


def check_wording(claim: Claimed, named: Named) -> None:
    """Raises Untold where a word, or what a figure counts, is not the measure's own."""
    found, told = claim.found, _told(named.measure)
    unheard = _unheard(claim, named)
    if any(found[at].word in vocabulary()["change"]["than"] for at in unheard):
        raise Untold("compared")
    if unheard:
        raise Untold("foreign", words=beyond(claim, named))
    counted = [word for level in claim.levels if (word := _counted(found, level.end, told["of"]))]
    if counted:
        raise Untold("counted", words=counted)
    once = told.get("once")
    if once and len(_places(found, vocabulary()["group"][once])) > max(1, len(claim.levels)):
        raise Untold("among_holders")


def beyond(claim: Claimed, named: Named) -> list[str]:
    """The words of a sentence in which the measure is not told, as written; signs only where no word is."""
    written = [claim.found[at].written for at in _unheard(claim, named)]
    return [word for word in written if word[0].isalnum()] or written


def _told(measure: str) -> dict[str, Any]:
    return next(entry for entry in vocabulary()["told"] if measure in entry["measures"])


def _unheard(claim: Claimed, named: Named) -> list[int]:
    """The tokens that no list has, and that belong to no figure, year or denial."""
    words, told = vocabulary(), _told(named.measure)
    names = [name for either in (*told["needs"], *told["also"]) for name in either.split("|")]
    groups = [words["known"], *(words["group"][name] for name in names)]
    denials = {place.start for place in phrases(claim.found, words["denial"]["words"])}
    heard = (denials & named.at) | _of_figures(claim) | _of_years(claim) | _of_changes(claim.found)
    heard |= {at for group in groups for place in _places(claim.found, group) for at in place}
    signs = words["known"]["signs"]
    return [at for at, token in enumerate(claim.found) if at not in heard and token.word not in signs]


def _places(found: Sequence[Token], group: dict[str, Any]) -> set[tuple[int, ...]]:
    """The tokens of each phrase of a group; its words `apart` may have others in between."""
    apart = (tuple(sorted(scattered(found, phrase))) for phrase in group.get("apart", []))
    joined = (tuple(range(place.start, place.end)) for place in phrases(found, group["words"]))
    return {places for places in (*joined, *apart) if places}


def _of_figures(claim: Claimed) -> set[int]:
    """The tokens of the figures, with the small words before them."""
    words, heard = vocabulary(), set()
    before = [*words["number"]["skipped"], *words["period"]["since"]]
    for name in ("from", "to", "by"):
        before += words["change"][name]
    for figure in claim.figures:
        start = figure.start
        while (place := ends_at(claim.found, before, start)) is not None:
            start = place.start
        heard |= set(range(start, figure.end))
    return heard


def _of_years(claim: Claimed) -> set[int]:
    """The tokens of the years, and of what makes a range or a comparison of them."""
    spans = [Found(year.start, year.end) for year in claim.years]
    spans += [place for year in claim.years if (place := compared(claim.found, year)) is not None]
    return _within(
        [*spans, *words_of_range(claim.found, claim.years), *_listed(claim.found, "period", "each")]
    )


def _of_changes(found: Sequence[Token]) -> set[int]:
    """The tokens of the words of change, and of those for a share."""
    words = vocabulary()["change"]
    names = ("up", "down", "flat", "more", "fewer", "added", "of")
    apart = [phrase for name in names for phrase in words.get(f"{name}_apart", [])]
    joined = [place for name in names for place in _listed(found, "change", name)]
    return _within([*joined, *_listed(found, "share", "words")]).union(*(scattered(found, p) for p in apart))


def _listed(found: Sequence[Token], section: str, name: str) -> list[Found]:
    return list(phrases(found, vocabulary()[section][name]))


def _within(places: Iterable[Found]) -> set[int]:
    return {at for place in places for at in range(place.start, place.end)}


def _counted(found: Sequence[Token], at: int, of: Sequence[str]) -> str:
    """What a figure before token `at` counts, if that is none of these groups; else nothing."""
    words = vocabulary()
    while at < len(found) and found[at].word in words["known"]["before_noun"]:
        at += 1
    nouns = {name: starts_at(found, words["group"][name]["words"], at) for name in words["known"]["nouns"]}
    counted = [name for name, place in nouns.items() if place is not None]
    return found[at].written if counted and not set(counted) & set(of) else ""
