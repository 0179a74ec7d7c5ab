"""The language of the sentences that a command says."""

from enum import StrEnum
from typing import Annotated

import typer

from lkdash.contracts import Lang


class Language(StrEnum):
    """Language of the sentences."""

    NL = "nl"
    EN = "en"


In = Annotated[Language, typer.Option("--lang", help="Language of the sentences.")]


def spoken_in(lang: Language) -> Lang:
    """The language as the texts know it."""
    return "en" if lang == Language.EN else "nl"
