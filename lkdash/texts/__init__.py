"""All visible words, in Dutch and English. An unknown key or a missing value raises; nothing falls back."""

import tomllib
from functools import cache
from pathlib import Path

from lkdash.contracts import Finding, Lang

FOLDER = Path(__file__).parent


@cache
def words(lang: Lang) -> dict[str, str]:
    """Every text of a language, keyed by its dotted name."""
    with (FOLDER / f"{lang}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file)))


def _flat(tree: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        pairs += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, str(value))]
    return pairs


def text(key: str, lang: Lang, **values: object) -> str:
    """The words of a key with its placeholders filled; KeyError on an unknown key or placeholder."""
    return words(lang)[key].format(**values)


def sentence(finding: Finding, lang: Lang) -> str:
    """A finding as one sentence in the reader's language."""
    return text(
        finding.key, lang, **{name: export_words(value, lang) for name, value in finding.values.items()}
    )


def export_words(title: str, lang: Lang) -> str:
    """The name of a kind of export as a reader sees it; that of our template in each language."""
    return text("importing.template_name", lang) if title == text("importing.template_name", "nl") else title


def listed(parts: list[str], lang: Lang) -> str:
    """'a, b en c' / 'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " " + text("word.and", lang) + " " + parts[-1]
