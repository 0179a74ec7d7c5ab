"""Which sign is the decimal one: told by cells without doubt, else by the header's language, else refused."""

import re
from collections.abc import Iterable
from typing import Literal

from lkdash.contracts import refuse

Sign = Literal["dot", "comma"]
Placed = tuple[str, int, str]  # a cell as printed, its line and its column's name
_BARE = re.compile(r"^(?:€|EUR|US\$|USD|\$|£|GBP)\s*|\s*(?:€|EUR|USD|GBP|%)$")
_PROOF: dict[Sign, re.Pattern[str]] = {
    "dot": re.compile(
        r"-?(?:\d{1,3}(?:,\d{3})*,\d{3}\.\d+|\d+\.(?!\d{3}$)\d+|0\d*\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3}){2,})"
    ),
    "comma": re.compile(
        r"-?(?:\d{1,3}(?:\.\d{3})*\.\d{3},\d+|\d+,(?!\d{3}$)\d+|0\d*,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3}){2,})"
    ),
}
_EITHER = re.compile(r"-?\d{1,3}([.,])\d{3}")
PRIOR: dict[str, Sign] = {"en": "dot", "nl": "comma"}


def _told(place: Placed) -> dict[str, str]:
    return {"cell": place[0], "line": str(place[1]), "column": place[2].strip()}


def bare(cell: str) -> str:
    """A printed number without its currency or percent sign."""
    return _BARE.sub("", cell.replace("\u00a0", " ").strip()).strip()


def decimal_sign(cells: Iterable[Placed], numbers: str, lang: str) -> Sign:
    """The decimal sign of a file's numbers; Refusal where cells contradict each other or stay undecidable.

    cells: as printed, with their place. numbers: a layout's convention, `language` (the header's language) or
    `dot` (never thousands).
    """
    proven: dict[Sign, Placed] = {}
    doubtful: dict[str, Placed] = {}
    seen: set[str] = set()
    for cell in cells:
        if cell[0] in seen:
            continue
        seen.add(cell[0])
        number = bare(cell[0])
        match = _EITHER.fullmatch(number)
        if match and not number.lstrip("-").startswith("0"):
            doubtful.setdefault(match.group(1), cell)
            continue
        for sign, pattern in _PROOF.items():
            if pattern.fullmatch(number):
                proven.setdefault(sign, cell)
    if len(proven) == 2:
        other = {f"other_{name}": value for name, value in _told(proven["comma"]).items()}
        raise refuse("both_signs", **_told(proven["dot"]), **other)
    if proven:
        return next(iter(proven))
    return _by_custom(doubtful, numbers, lang)


def _by_custom(doubtful: dict[str, Placed], numbers: str, lang: str) -> Sign:
    if numbers == "dot":
        if doubtful:
            raise refuse("undecidable_number", **_told(next(iter(doubtful.values()))))
        return "dot"
    sign = PRIOR[lang]
    decimal = "." if sign == "dot" else ","
    if decimal in doubtful:
        raise refuse("undecidable_number", **_told(doubtful[decimal]))
    return sign
