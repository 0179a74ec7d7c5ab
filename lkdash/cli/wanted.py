"""What was asked of `lkdash export` on the command line: the filters as typed, and what they mean."""

from dataclasses import dataclass

import typer

from lkdash.contracts import DATASETS, Choice, Lang
from lkdash.db import Warehouse
from lkdash.exports.catalogue import TABLES
from lkdash.measures import editions as known_editions
from lkdash.texts import listed, text


@dataclass(frozen=True)
class Wanted:
    """The choice as it was typed."""

    lang: Lang
    editions: str
    relative: bool
    estimates: bool

    def choice(self, warehouse: Warehouse) -> Choice:
        """The choice; exits with a sentence where an edition does not exist."""
        known = known_editions(warehouse)
        named = [edition.strip() for edition in self.editions.split(",") if edition.strip()]
        for edition in named:
            if edition not in known.known:
                raise refused("unknown_edition", self.lang, edition=edition, known=", ".join(known.known))
        return Choice(
            editions=tuple(edition for edition in known.known if edition in named) or known.known,
            lang=self.lang,
            relative=self.relative,
            estimates=self.estimates,
            edition=known.latest_counted,
        )

    def refuse_unread(self, name: str) -> None:
        """Exit with a sentence where a filter was typed that changes nothing of what has this name."""
        read = TABLES[name].filters if name in TABLES and name not in DATASETS else ()
        typed = {
            "--editions": ("editions", bool(self.editions)),
            "--relative": ("relative", self.relative),
            "--without-estimates": ("estimates", not self.estimates),
        }
        unread = [option for option, (part, given) in typed.items() if given and part not in read]
        if unread:
            raise refused("no_filter", self.lang, options=listed(unread, self.lang), name=name)


def refused(key: str, lang: Lang, **values: object) -> typer.Exit:
    """What to raise after saying this sentence of `cli_export`."""
    typer.echo(text(f"cli_export.{key}", lang, **values), err=True)
    return typer.Exit(2)
