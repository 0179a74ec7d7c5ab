"""How Excel shows a figure: a real number in Belgian format, with its mark behind it."""

from typing import Any

from lkdash.contracts import MARKS, Lang, Status
from lkdash.measures.papers import figure_text
from lkdash.texts import text

BELGIAN = "[$-813]"  # Dutch (Belgium)


def number_format(row: dict[Any, Any], lang: Lang, *, least: bool = False) -> str:
    """The format that shows the value of this figure row as the page does, mark and all.

    least: the value is the least that it can be, and the cell says so.
    """
    digits = _digits(str(row["unit"]), int(row["decimals"]), lang)
    before, after = "", MARKS.get(Status(str(row["status"])), "")
    if least:
        before = text("file.at_least", lang, value="")
    if row["status"] == Status.APPROXIMATE:
        before, after = text("status.about", lang, value="\0").split("\0")
    shown = f"{_quoted(before)}{{sign}}{digits}{_quoted(f' {after}' if after else '')}"
    signs = ("+" if _signed(row) else "", '"\u2212"', "")
    return ";".join(BELGIAN + shown.format(sign=sign) for sign in signs)


def number_words(row: dict[Any, Any], lang: Lang, *, least: bool = False) -> str:
    """What that format makes a reader see."""
    shown = figure_text(row | {"signed": _signed(row)}, lang)
    return text("file.at_least", lang, value=shown) if least else shown


def _signed(row: dict[Any, Any]) -> bool:
    return bool(row.get("signed", row.get("change", False)))


def _digits(unit: str, decimals: int, lang: Lang) -> str:
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    if unit == "share":
        return plain + r"\ %"
    if unit == "euro":
        return plain + _quoted(" EUR")
    if unit == "points":
        before, after = text("unit.points", lang, value="\0").split("\0")
        return _quoted(before) + plain + _quoted(after)
    return plain


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
