"""Where a command writes: the kind of file that its name asks for, there only when it is whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from lkdash.contracts import Lang
from lkdash.texts import text


def kind_of(given: str | None, output: Path, kinds: Iterable[str], lang: Lang) -> str:
    """The kind of file: as given, else as its name ends; a sentence where these differ or say nothing."""
    known, ending = list(kinds), output.suffix.removeprefix(".").lower()
    if given and (given == ending or ending not in known):
        return given
    if ending in known and not given:
        return ending
    words = {"file": output.name, "kinds": ", ".join(known)}
    key = "format_differs" if given else "format_unknown"
    typer.echo(text(f"cli_file.{key}", lang, kind=given, **words), err=True)
    raise typer.Exit(2)


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """The file, there only when it is whole; or the screen."""
    if output is None:
        screen = typer.get_binary_stream("stdout")
        yield screen
        screen.flush()
        return
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
