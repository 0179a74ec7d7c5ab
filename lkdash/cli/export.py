"""`lkdash export`: a dataset, a table of figures, or everything imported, as a file."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from lkdash.cli.data import Data
from lkdash.cli.imports import Place
from lkdash.cli.language import In, Language, spoken_in
from lkdash.cli.output import kind_of, opened
from lkdash.cli.wanted import Wanted, refused
from lkdash.contracts import DATASETS, DataFault, Lang, Refusal
from lkdash.db import Warehouse, data_folder, open_warehouse
from lkdash.exports import KINDS, chart_png, colophon, data_version, is_example, write_table
from lkdash.exports.catalogue import TABLES
from lkdash.exports.datasets import write_dataset
from lkdash.exports.outcomes import is_demo, write_outcomes
from lkdash.store import Imports, Store, examples_allowed, shown, store_folder
from lkdash.texts import sentence, text

OUTCOMES = "outcomes"
TO_SCREEN = ("csv", "json")
EXAMPLE_WORDS = ("voorbeeld", "example")


class Format(StrEnum):
    """File format."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"
    PNG = "png"


@dataclass(frozen=True)
class Asked:
    """What can be written under a name: the kinds that there are, whether it is made up, and the writing."""

    kinds: tuple[str, ...]
    write: Callable[[BinaryIO, str, bool], None]
    example: bool = False


def export(
    name: Annotated[str, typer.Argument(help="A dataset (cards), a table of figures (posted) or outcomes.")],
    format: Annotated[
        Format | None, typer.Option("--format", help="Kind of file; else as its name ends, or csv.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File to write.")] = None,
    editions: Annotated[str, typer.Option("--editions", help="Only these, as 2019,2020.")] = "",
    relative: Annotated[bool, typer.Option("--relative", help="Shares instead of numbers.")] = False,
    without_estimates: Annotated[
        bool, typer.Option("--without-estimates", help="Without estimates.")
    ] = False,
    comma: Annotated[bool, typer.Option("--comma", help="csv with commas and decimal points.")] = False,
    data: Data = None,
    store: Place = None,
    lang: In = Language.NL,
) -> None:
    """Write figures with their status, source and papers to a file (or csv and json to the screen)."""
    spoken = spoken_in(lang)
    kind = Format(kind_of(format, output, Format, spoken)) if output else format or Format.CSV
    try:
        folder = data_folder(data)
        imports = shown(Store(store_folder(store)).loaded(), folder, examples_allowed())
        asked = _asked(name, folder, imports, Wanted(spoken, editions, relative, not without_estimates))
        _check(name, kind, output, asked, spoken)
        with opened(output) as out:
            asked.write(out, kind, comma)
    except DataFault as fault:
        typer.echo(sentence(fault.finding, spoken), err=True)
        raise typer.Exit(1) from None
    except Refusal as refusal:
        typer.echo(sentence(refusal.findings[0], spoken), err=True)
        raise typer.Exit(2) from None
    except BrokenPipeError:  # whoever reads it has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError:
        typer.echo(text("cli_file.not_written", spoken, file=(output or Path()).name), err=True)
        raise typer.Exit(2) from None


def _asked(name: str, folder: Path, imports: Imports, wanted: Wanted) -> Asked:
    if name in (OUTCOMES, *DATASETS, *TABLES):
        wanted.refuse_unread(name)
    lang, today = wanted.lang, date.today()
    if name == OUTCOMES:
        version = data_version(open_warehouse(folder), lang)
        return Asked(
            KINDS,
            lambda out, kind, comma: write_outcomes(out, kind, imports, version, lang, today, comma),
            is_demo(imports),
        )
    if name in DATASETS:
        warehouse = open_warehouse(folder)
        return Asked(
            KINDS, lambda out, kind, comma: write_dataset(out, kind, warehouse, name, lang, today, comma)
        )
    if name in TABLES:
        return _table(name, open_warehouse(folder, imports), wanted)
    names = {"datasets": ", ".join(DATASETS), "tables": ", ".join(TABLES)}
    raise refused("unknown", lang, name=name, **names)


def _table(name: str, warehouse: Warehouse, wanted: Wanted) -> Asked:
    entry, choice = TABLES[name], wanted.choice(warehouse)
    table = entry.table(warehouse, choice)
    version = data_version(warehouse, choice.lang)
    told = colophon(text(entry.title, choice.lang), [table], choice, version, date.today())

    def write(out: BinaryIO, kind: str, comma: bool) -> None:
        if kind == Format.PNG and entry.chart is not None and len(table.rows):
            title = text(entry.drawn_as or entry.title, choice.lang)
            chart_png(out, entry.chart(table), table, replace(told, title=title))
        else:
            write_table(out, kind, table, told, entry.by, comma)

    return Asked((*KINDS, *(("png",) if entry.chart else ())), write, is_example(table))


def _check(name: str, kind: Format, output: Path | None, asked: Asked, lang: Lang) -> None:
    """Exit 2 where there is no such kind, no file to write it in, or a file name that hides an example."""
    if kind not in asked.kinds:
        raise refused("kinds", lang, name=name, kind=kind, kinds=", ".join(asked.kinds))
    if output is None and kind not in TO_SCREEN:
        raise refused("needs_output", lang, kind=kind)
    if asked.example and output and not any(word in output.name.lower() for word in EXAMPLE_WORDS):
        raise refused("name_example", lang)
