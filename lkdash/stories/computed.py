"""What a table says of the figures that we computed: that we did, and how."""

from collections.abc import Iterator

from lkdash.contracts import Lang, Table
from lkdash.stories.citation import formula_words
from lkdash.texts import text

MANY = 2  # measures with a formula of their own each; more are told by what they have in common
Formulas = dict[str, list[str]]


def computed(table: Table, lang: Lang) -> str:
    """'Eigen berekening: Afhaalgraad = afgehaald ÷ gestuurd.'; empty where nothing was computed."""
    told = list(_told(table, lang))
    return text("computed.line", lang, formulas="; ".join(told)) if told else ""


def _told(table: Table, lang: Lang) -> Iterator[str]:
    """Measures with a formula of their own, then those that share one."""
    known = _by_words(table, lang)
    alone = {words: labels[0] for words, labels in known.items() if len(labels) == 1}
    for words, label in alone.items():
        yield text("computed.one", lang, label=label, formula=words)
    labels = list(dict.fromkeys(str(row["label"]) for row in table.records))
    others = [label for label in labels if label not in alone.values()]
    for words, shared in known.items():
        if words not in alone:
            key = "some" if set(shared) != set(others) else "others" if alone else "each"
            yield text(f"computed.{key}", lang, labels=" / ".join(shared), formula=words)


def _by_words(table: Table, lang: Lang) -> Formulas:
    """The labels that each formula computes; many of one meaning, each with a formula of its own, by it."""
    formulas = _formulas(table, lang)
    meaning = {str(row["label"]): str(row.get("definition", "")) for row in table.records}
    alike: dict[str, set[str]] = {}
    for label, words in formulas.items():
        alike.setdefault(meaning[label], set()).add(words)
    known: Formulas = {}
    for label, words in formulas.items():
        shared = len(alike[meaning[label]]) > MANY
        known.setdefault(_inside(meaning[label]) if shared else words, []).append(label)
    return known


def _formulas(table: Table, lang: Lang) -> dict[str, str]:
    """How each label is computed; where every row has a formula of its own, the first as an example."""
    found: dict[str, dict[str, None]] = {}
    for row in table.records:
        if formula_words(row, lang):
            found.setdefault(str(row["label"]), {})[formula_words(row, lang)] = None
    first = {label: next(iter(words)) for label, words in found.items()}
    return {
        label: words if len(found[label]) == 1 else text("computed.by_row", lang, formula=words)
        for label, words in first.items()
    }


def _inside(sentence: str) -> str:
    """A sentence as words inside another one."""
    return f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}"
