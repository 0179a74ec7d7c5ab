"""Commands on the bundled data: check, build."""

from pathlib import Path
from typing import Annotated

import typer

from lkdash.build import build as build_data
from lkdash.checks import run_checks
from lkdash.cli.language import In, Language, spoken_in
from lkdash.contracts import DataFault
from lkdash.db import data_folder, open_warehouse
from lkdash.texts import sentence, text

Data = Annotated[Path | None, typer.Option("--data", help="Folder with the data.")]


def check(data: Data = None, lang: In = Language.NL) -> None:
    """Check promises, sums and sources; exit 1 with one sentence a finding."""
    outcomes = run_checks(open_warehouse(data_folder(data)))
    spoken = spoken_in(lang)
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    for finding in findings:
        typer.echo(sentence(finding, spoken))
    if findings:
        raise typer.Exit(1)
    known = sum(len(outcome.known) for outcome in outcomes)
    typer.echo(text("check.all_good", spoken, checks=len(outcomes), known=known))


def build(data: Data = None, lang: In = Language.NL) -> None:
    """Build data/*.parquet and datapackage.json from data/source."""
    spoken = spoken_in(lang)
    try:
        for file in build_data(data_folder(data)):
            typer.echo(file.name)
    except DataFault as fault:
        typer.echo(sentence(fault.finding, spoken), err=True)
        raise typer.Exit(1) from None
