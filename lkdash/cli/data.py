"""Commands on the bundled data: check, build, export."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkdash.build import build as build_data
from lkdash.checks import run_checks
from lkdash.cli.language import In, Language, spoken_in
from lkdash.contracts import DATASETS, DataFault
from lkdash.db import data_folder, open_warehouse
from lkdash.texts import sentence, text


class Format(StrEnum):
    """File format of an exported dataset."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


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


def export(
    dataset: Annotated[str, typer.Argument(help="Name of the dataset, for example cards.")],
    format: Annotated[Format, typer.Option("--format", help="csv, json or parquet.")] = Format.CSV,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File to write.")] = None,
    data: Data = None,
    lang: In = Language.NL,
) -> None:
    """Write a dataset, with status and source, to a file (or csv and json to the screen)."""
    spoken = spoken_in(lang)
    if dataset not in DATASETS:
        names = ", ".join(DATASETS)
        typer.echo(text("cli.unknown_dataset", spoken, dataset=dataset, names=names), err=True)
        raise typer.Exit(2)
    try:
        rows = open_warehouse(data_folder(data)).dataset(dataset)
    except DataFault as fault:
        typer.echo(sentence(fault.finding, spoken), err=True)
        raise typer.Exit(1) from None
    if format == Format.PARQUET:
        if output is None:
            typer.echo(text("cli.needs_output", spoken), err=True)
            raise typer.Exit(2)
        output.write_bytes((data_folder(data) / DATASETS[dataset].file).read_bytes())
        return
    if format == Format.JSON:
        days = {str(name): rows[name].dt.strftime("%Y-%m-%d") for name in rows.select_dtypes("datetime")}
        records = json.loads(rows.assign(**days).to_json(orient="records"))
        content = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    else:
        content = rows.to_csv(index=False, lineterminator="\n")
    if output is None:
        typer.echo(content, nl=False)
    else:
        output.write_text(content, encoding="utf-8", newline="\n")
