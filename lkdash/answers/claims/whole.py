"""'Van de 204.530 kaarten in 2017 werden er …': a part and the whole that it is of, as two sentences."""

import re
from typing import NamedTuple

from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.numbers import read_numbers
from lkdash.answers.claims.ranges import stated
from lkdash.answers.claims.words import tokens

_CARDS = r"(?P<cards>kaarten|lerarenkaarten|leraarskaarten)"
_VERB = r"(?P<verb>werden|werd|zijn|is|waren|was|gingen|ging)"
_YEAR = r"in (?P<year>(?:19|20)\d\d)"
_OF = re.compile(
    rf"\s*van de (?P<whole>\d{{1,3}}(?:[. \u00a0]\d{{3}})+|\d+) {_CARDS} "
    rf"(?:{_YEAR} {_VERB}|{_VERB.replace('verb', 'verb2')} (?:er )?{_YEAR.replace('year', 'year2')}) "
    rf"(?:er )?(?P<part>.*)",
    re.IGNORECASE | re.DOTALL,
)


class Split(NamedTuple):
    """A part and its whole as a sentence each. dated: does the year stand with the whole?"""

    part: str
    whole: str
    dated: bool


def part_and_whole(sentence: str) -> Split | None:
    """The part and the whole as a sentence each; None where a sentence is not built so."""
    found = _OF.fullmatch(sentence)
    if found is None:
        return None
    said = {name: words for name, words in found.groupdict().items() if words is not None}
    year, verb = said.get("year") or said["year2"], said.get("verb") or said["verb2"]
    part = _with_cards(said["part"], said["cards"])
    whole = f"In {year} werden {said['whole']} {said['cards']} gemaakt."
    return Split(f"In {year} {verb} {part}", whole, "year" in said) if part else None


def _with_cards(part: str, cards: str) -> str:
    """'102.478 afgehaald' as '102.478 kaarten afgehaald'; '' where it does not begin with its one figure."""
    read = tokens(part)
    amounts, years = read_numbers(read)
    if len(amounts) != 1 or years or stated(read, part, amounts[0]).start > 0:
        return ""
    end = read[amounts[0].end - 1].end
    counted = f"van alle {cards}" if amounts[0].kind == Kind.SHARE else cards
    return f"{part[:end]} {counted}{part[end:]}"
