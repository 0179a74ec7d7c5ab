"""The command that checks a sentence."""

import json
from pathlib import Path
from typing import Annotated

import typer

from lkdash.answers.claims import check_claim, headline, record, told
from lkdash.cli.language import In, Language, spoken_in
from lkdash.contracts import DataFault, plain
from lkdash.db import data_folder, open_warehouse
from lkdash.texts import sentence as sentence_of


def claim(
    sentence: Annotated[str, typer.Argument(help="A Dutch sentence with a figure on the teacher card.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    data: Annotated[Path | None, typer.Option("--data", help="Folder with the data.")] = None,
    lang: In = Language.NL,
) -> None:
    """Does a sentence hold? Names the measure, the editions and the figures; exit 1 on unusable data."""
    spoken = spoken_in(lang)
    try:
        warehouse = open_warehouse(data_folder(data))
        verdict = check_claim(sentence, warehouse, spoken)
        if as_json:
            typer.echo(json.dumps(record(verdict, warehouse, spoken), ensure_ascii=False, indent=2))
        else:
            typer.echo(plain("\n".join([headline(verdict, spoken), *told(verdict, warehouse, spoken)])))
    except DataFault as fault:
        typer.echo(sentence_of(fault.finding, spoken), err=True)
        raise typer.Exit(1) from None
