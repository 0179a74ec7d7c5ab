"""Whether a measure is told in the words of a sentence: what it must say, and that no other word is there.

A word that is not known may change what a sentence says ('gebruikte', 'digitale', 'in Gent'), so that only
sentences of known words are judged: those in words.toml under [known], and the groups of their measure.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lkdash.answers.claims.naming import Named
from lkdash.answers.claims.periods import compared, words_of_range
from lkdash.answers.claims.roles import Claimed, slightly
from lkdash.answers.claims.untold import Untold
from lkdash.answers.claims.words import Found, Token, ends_at, phrases, scattered, vocabulary


def told_as(measure: str) -> dict[str, Any]:
    """In which groups of words a measure is told."""
    return next(entry for entry in vocabulary()["told"] if measure in entry["measures"])


def says_enough(found: Sequence[Token], measure: str) -> bool:
    """Does the sentence say all that it must to be about this measure?"""
    groups = vocabulary()["group"]
    needs = (name.split("|") for name in told_as(measure)["needs"])
    return all(any(_places(found, groups[name]) for name in either) for either in needs)


def check_wording(claim: Claimed, named: Named) -> None:
    """Raises Untold where a word is not one that the measure is told in."""
    unheard = _unheard(claim, named)
    if any(claim.found[at].word in vocabulary()["change"]["than"] for at in unheard):
        raise Untold("compared")
    if unheard:
        raise Untold("foreign", words=beyond(claim, named))


def beyond(claim: Claimed, named: Named) -> list[str]:
    """The words of a sentence in which the measure is not told, as written; signs only where no word is."""
    written = [claim.found[at].written for at in _unheard(claim, named)]
    return [word for word in written if word[0].isalnum()] or written


def _unheard(claim: Claimed, named: Named) -> list[int]:
    """The tokens that no list has, and that belong to no figure, year or denial."""
    words, told = vocabulary(), told_as(named.measure)
    names = {name for either in (*told["needs"], *told["also"]) for name in either.split("|")}
    denials = {place.start for place in phrases(claim.found, words["denial"]["words"])}
    heard = _tokens(claim.found, [words["known"], *(words["group"][name] for name in names)])
    others = [group for name, group in words["group"].items() if name not in names]
    heard -= _tokens(claim.found, [_phrases_of(group) for group in others])
    heard |= (denials & named.at) | _of_figures(claim) | _of_years(claim)
    heard |= _of_changes(claim.found) | slightly(claim)
    signs = words["known"]["signs"]
    return [at for at, token in enumerate(claim.found) if at not in heard and token.word not in signs]


def _phrases_of(group: dict[str, Any]) -> dict[str, Any]:
    """A group without its single words: together they may say what none of them does ('met een kaart')."""
    return group | {"words": [phrase for phrase in group["words"] if " " in phrase]}


def _tokens(found: Sequence[Token], groups: Iterable[dict[str, Any]]) -> set[int]:
    return {at for group in groups for place in _places(found, group) for at in place}


def _places(found: Sequence[Token], group: dict[str, Any]) -> set[tuple[int, ...]]:
    """The tokens of each phrase of a group; its words `apart` may have others in between."""
    apart = (tuple(sorted(scattered(found, phrase))) for phrase in group.get("apart", []))
    joined = (tuple(range(place.start, place.end)) for place in phrases(found, group["words"]))
    return {places for places in (*joined, *apart) if places}


def _of_figures(claim: Claimed) -> set[int]:
    """The tokens of the figures, with the small words before them."""
    words, heard = vocabulary(), set()
    before = [*words["number"]["skipped"], *words["period"]["since"]]
    if claim.changing:
        before += [word for name in ("from", "to", "by") for word in words["change"][name]]
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
