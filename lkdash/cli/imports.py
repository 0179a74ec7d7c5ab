"""Commands on what users import: import, and list, show and undo of imports."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from lkdash.cli.language import In, Language, spoken_in
from lkdash.contracts import Lang, Receipt, Refusal, Status, refusal_of
from lkdash.demo import write_demo
from lkdash.formats import marked
from lkdash.importers import receive
from lkdash.store import Store, store_folder
from lkdash.texts import sentence, text

imports = typer.Typer(help="What was imported: list, show, undo.", no_args_is_help=True)
Place = Annotated[Path | None, typer.Option("--store", help="Folder of the imports.")]
Json = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


def import_(
    files: Annotated[list[Path], typer.Argument(help="Exports of platforms and surveys: csv or xlsx.")],
    store: Place = None,
    layout: Annotated[str | None, typer.Option("--as", help="Read as this layout.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check, store nothing.")] = False,
    as_json: Json = False,
    lang: In = Language.NL,
) -> None:
    """Import exports; exit 2 when any is refused. A refused file changes nothing."""
    spoken = spoken_in(lang)
    opened = Store(store_folder(store))
    receipts = [receive(file, opened, only=layout, dry_run=dry_run) for file in files]
    if as_json:
        entries = [receipt_record(receipt, spoken) for receipt in receipts]
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        for receipt in receipts:
            _say(receipt, spoken, dry_run)
    if any(receipt.status == "refused" for receipt in receipts):
        raise typer.Exit(2)


def demo(
    folder: Annotated[Path, typer.Argument(help="Folder to write the example exports in.")],
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same files.")] = 2019,
) -> None:
    """Write made-up exports in the platforms' real layouts, to try importing with."""
    for file in write_demo(folder, seed):
        typer.echo(str(file))


def receipt_record(receipt: Receipt, lang: Lang) -> dict[str, Any]:
    """A receipt as plain values; each problem with its line, column and sentence."""
    problems = [
        {
            "rule": problem.key.split(".")[1],
            "line": int(problem.values["line"]) if problem.values.get("line", "").isdigit() else None,
            "column": problem.values.get("column"),
            "message": sentence(problem, lang),
        }
        for problem in receipt.problems
    ]
    return receipt.record() | {"problems": problems}


def _say(receipt: Receipt, lang: Lang, dry_run: bool) -> None:
    title = receipt.layout or ""
    values = {"file": receipt.file, "title": title, "kept": receipt.rows_kept, "read": receipt.rows_read}
    status = "would_import" if dry_run and receipt.status == "imported" else receipt.status
    typer.echo(text(f"cli_import.{status}", lang, **values), err=receipt.status == "refused")
    for problem in receipt.problems:
        typer.echo(f"  {sentence(problem, lang)}", err=receipt.status == "refused")


@imports.command("list")
def list_imports(store: Place = None, as_json: Json = False, lang: In = Language.NL) -> None:
    """Every import, newest first; made-up examples carry their mark."""
    found = Store(store_folder(store)).papers()
    if as_json:
        typer.echo(json.dumps([asdict(papers) for papers in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo(text("cli_import.none", spoken_in(lang)))
    for papers in found:
        line = (
            f"{papers.import_id[:12]}  {papers.imported_at[:19]}  {papers.layout}"
            f"  {papers.rows_kept}  {papers.file}"
        )
        typer.echo(marked(line, Status.DEMO) if papers.demo else line)


@imports.command("show")
def show_import(import_id: str, store: Place = None, lang: In = Language.NL) -> None:
    """The papers of one import, by the beginning of its id."""
    with _refusing(lang):
        papers = Store(store_folder(store)).find(import_id)
        typer.echo(json.dumps(asdict(papers), ensure_ascii=False, indent=2))


@imports.command("undo")
def undo_import(import_id: str, store: Place = None, lang: In = Language.NL) -> None:
    """Take one import back; its file goes to the trash."""
    with _refusing(lang):
        papers = Store(store_folder(store)).undo(import_id)
        typer.echo(text("cli_import.undone", spoken_in(lang), file=papers.file))


@contextmanager
def _refusing(lang: Language) -> Iterator[None]:
    """A refusal, or a folder that cannot be written, as sentences and exit 2."""
    try:
        yield
    except (Refusal, OSError) as error:
        for finding in refusal_of(error).findings:
            typer.echo(sentence(finding, spoken_in(lang)), err=True)
        raise typer.Exit(2) from None
