"""Which sign is the decimal one: told by cells without doubt, else by the header's language, else refused."""

import re
from collections.abc import Iterable
from typing import Literal

from lkdash.contracts import refuse

Sign = Literal["dot", "comma"]
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


def bare(cell: str) -> str:
    """A printed number without its currency or percent sign."""
    return _BARE.sub("", cell.replace("\u00a0", " ").strip()).strip()


def decimal_sign(cells: Iterable[str], numbers: str, lang: str) -> Sign:
    """The decimal sign of a file's numbers; Refusal where cells contradict each other or stay undecidable.

    numbers: a layout's convention, `language` (the header's language) or `dot` (never thousands).
    """
    proven: dict[Sign, str] = {}
    doubtful: dict[str, str] = {}
    for cell in cells:
        number = bare(cell)
        match = _EITHER.fullmatch(number)
        if match and not number.lstrip("-").startswith("0"):
            doubtful.setdefault(match.group(1), cell)
            continue
        for sign, pattern in _PROOF.items():
            if pattern.fullmatch(number):
                proven.setdefault(sign, cell)
    if len(proven) == 2:
        raise refuse("both_signs", one=proven["dot"], other=proven["comma"])
    if proven:
        return next(iter(proven))
    return _by_custom(doubtful, numbers, lang)


def _by_custom(doubtful: dict[str, str], numbers: str, lang: str) -> Sign:
    if numbers == "dot":
        if doubtful:
            raise refuse("undecidable_number", cell=next(iter(doubtful.values())))
        return "dot"
    sign = PRIOR[lang]
    decimal = "." if sign == "dot" else ","
    if decimal in doubtful:
        raise refuse("undecidable_number", cell=doubtful[decimal])
    return sign
