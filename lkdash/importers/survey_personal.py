"""Is a survey's column personal? Told by the words of its name, which an innocent question may hold too."""

import re
from functools import cache

from lkdash.importers.layout import plain
from lkdash.importers.survey_words import words

_CLAUSE = re.compile(r"[.:?!;,()\[\]–—]+|\s-\s")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def is_personal(name: str) -> bool:
    """Does it ask for nothing but who someone is ('Uw naam', 'Naam en voornaam'), or in so many words?

    In so many words: a clause that begins with what identifies ('…: wat is uw e-mailadres waarop we …').
    """
    if plain(name) in words()["personal"]:
        return True
    asked = _asked(name)
    known = _set("identity") | _set("identifying")
    if known & set(asked) and set(asked) <= known | _set("qualifying"):
        return True
    return any(_begins(_asked(clause)) for clause in _CLAUSE.split(name))


def _asked(text: str) -> list[str]:
    """The words of a text without those that only ask, as in 'vul uw … in'; hyphens do not count."""
    found = [word.replace("-", "") for word in _WORD.findall(plain(text))]
    return [word for word in found if word not in _set("asking")]


def _begins(asked: list[str]) -> bool:
    """Two words may make one: 'e-mail adres'."""
    return bool({"".join(asked[:length]) for length in (1, 2)} & _set("identifying"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words()[name])
