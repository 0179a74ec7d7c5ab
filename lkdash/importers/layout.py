"""The layouts as data: one toml file a kind of export, in every language that it comes in."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lkdash.contracts import Lang

FOLDER = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Layout:
    """One kind of export: what its columns are called and mean, and what its rows look like.

    columns: per language, printed name → role. needs: of each group one role must be present. own: printed
    names that no other export has, of which one must be there. numbers: `language` (the header's) or `dot`.
    total_words: first cells that head a total row. ends_open: its platform may leave out the end of the
    last line, so that a cut in it cannot be seen.
    """

    name: str
    title: str
    platform: str
    columns: dict[Lang, dict[str, str]]
    needs: tuple[tuple[str, ...], ...]
    own: tuple[str, ...] = ()
    paid: bool | None = None
    network: str = ""
    numbers: str = "language"
    networks: tuple[tuple[str, str], ...] = ()
    total_words: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    named_rows: bool = False
    empty_first_is_total: bool = False
    first_table_only: bool = False
    ends_open: bool = False

    @property
    def asks(self) -> int:
        """How many needs there are."""
        return len(self.needs) + bool(self.own)

    def roles(self, header: list[str], lang: Lang) -> list["Role | None"]:
        """What each column of a header means, None where the layout does not know its name."""
        return [self._role(plain(name), lang) for name in header]

    def _role(self, name: str, lang: Lang) -> "Role | None":
        for pattern, role in _patterns(self, lang):
            match = pattern.fullmatch(name)
            if match:
                currency = (match.groupdict().get("currency") or "").upper()
                return Role(role, currency, ".*" in pattern.pattern)
        return None

    def names(self, role: str, lang: Lang) -> list[str]:
        """The printed names of a role."""
        return [name for name, known in self.columns.get(lang, {}).items() if known == role]


@dataclass(frozen=True)
class Role:
    """What a column means (empty: known and not needed), the currency in its name, and is it one of many?"""

    name: str
    currency: str = ""
    repeated: bool = False


def plain(name: str) -> str:
    """A column's name as compared: no outer space or byte-order mark, single spaces, lower case."""
    return " ".join(name.replace("\ufeff", "").replace("\u00a0", " ").split()).casefold()


@cache
def layouts() -> dict[str, Layout]:
    """Every layout, by name."""
    return {file.stem: _read(file) for file in sorted(FOLDER.glob("*.toml"))}


def _read(file: Path) -> Layout:
    with file.open("rb") as opened:
        entry: dict[str, Any] = tomllib.load(opened)
    columns: dict[Lang, dict[str, str]] = {}
    for lang in ("en", "nl"):
        if lang in entry:
            columns[lang] = entry.pop(lang)
    entry["networks"] = tuple(entry.pop("networks", {}).items())
    entry["needs"] = tuple(tuple(group) for group in entry["needs"])
    for name in ("total_words", "marks", "own"):
        entry[name] = tuple(entry.get(name, ()))
    return Layout(name=file.stem, columns=columns, **entry)


@cache
def _compiled(name: str, lang: Lang) -> list[tuple[re.Pattern[str], str]]:
    names = layouts()[name].columns.get(lang, {})
    return [(_pattern(printed), role) for printed, role in names.items()]


def _patterns(layout: Layout, lang: Lang) -> list[tuple[re.Pattern[str], str]]:
    return _compiled(layout.name, lang)


def _pattern(printed: str) -> re.Pattern[str]:
    escaped = (
        re.escape(plain(printed)).replace(r"\{currency\}", "(?P<currency>[a-z]{3})").replace(r"\*", ".*")
    )
    return re.compile(escaped)
