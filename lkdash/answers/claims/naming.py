"""Which measures a Dutch sentence names, by the keywords of each measure in data/source/measures.toml."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkdash.answers.claims.words import Token, phrases, scattered, tokens, vocabulary
from lkdash.db import Warehouse
from lkdash.formats import is_missing

WEAK = "?"
SEPARATOR = ", "


@dataclass(frozen=True)
class Named:
    """A measure that a text names: its unit, and the words that matched, in the order of the text.

    own: how many of them are the measure's own; common: how many it shares with others (`kaarten`).
    """

    measure: str
    unit: str
    words: tuple[str, ...]
    own: int
    common: int
    at: frozenset[int] = frozenset()

    @property
    def rank(self) -> tuple[int, int, int]:
        """What measures are ranked by; two with the same rank are equally likely.

        A part comes before the whole that it is of: 'kaarten gemaakt voor starters' are those for starters.
        """
        parts: dict[str, int] = vocabulary()["parts"]
        return parts.get(self.measure, max(parts.values()) + 1) if self.own else 0, self.own, self.common


def measures_named(text: str, warehouse: Warehouse) -> list[Named]:
    """The measures that a Dutch text names, likeliest first. Raises the DataFault of the dataset measures."""
    return named_by(tokens(text), warehouse)


def own_keywords(warehouse: Warehouse) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The keywords of each measure but for those with '?', each as the words that must all be there."""
    return {
        str(row["measure"]): tuple(
            tuple(keyword.split())
            for keyword in str(row["keywords"]).split(SEPARATOR)
            if not keyword.endswith(WEAK)
        )
        for row in warehouse.query("measures").to_dict("records")
        if not is_missing(row["keywords"])
    }


def named_by(found: Sequence[Token], warehouse: Warehouse) -> list[Named]:
    """The same for a text that is already split."""
    rows = warehouse.query("measures").to_dict("records")
    heard = _without_estimates(found)
    named = [
        _named(heard, str(row["measure"]), str(row["unit"]), str(row["keywords"]))
        for row in rows
        if not is_missing(row["keywords"])
    ]
    return sorted((one for one in named if one.at), key=lambda one: one.rank, reverse=True)


def _without_estimates(found: Sequence[Token]) -> list[Token]:
    """The tokens, those of a word of estimate empty: 'naar schatting' sends nothing to the libraries."""
    places = phrases(found, vocabulary()["known"]["estimate"])
    said = {at for place in places for at in range(place.start, place.end)}
    return [replace(token, word="") if at in said else token for at, token in enumerate(found)]


def _named(found: Sequence[Token], measure: str, unit: str, keywords: str) -> Named:
    own: set[int] = set()
    common: set[int] = set()
    for keyword in keywords.split(SEPARATOR):
        places = scattered(found, keyword.removesuffix(WEAK))
        (common if keyword.endswith(WEAK) else own).update(places)
    common -= own
    at = frozenset(own | common)
    return Named(measure, unit, tuple(found[n].written for n in sorted(at)), len(own), len(common), at)
