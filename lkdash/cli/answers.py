"""Commands on answers: draft one as a file, and prove a package of evidence."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from lkdash.answers.draft import draft
from lkdash.answers.evidence import evidence
from lkdash.answers.evidence import verify as proof
from lkdash.answers.pictures import charted, pictures
from lkdash.answers.plan import Plan, planned
from lkdash.answers.proposing import propose
from lkdash.answers.questions import known_question, known_questions, sub_questions, subject_of, text_above
from lkdash.answers.rules import above, rules
from lkdash.cli.data import Data
from lkdash.cli.language import In, Language, spoken_in
from lkdash.cli.output import kind_of, opened
from lkdash.contracts import Choice, DataFault, Lang, Refusal
from lkdash.db import Warehouse, data_folder, open_warehouse
from lkdash.exports import Kind, write_document
from lkdash.measures import editions
from lkdash.texts import sentence, text


class Format(StrEnum):
    """File format of an answer; zip is the answer with its evidence."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    ZIP = "zip"


def answer(
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.")],
    file: Annotated[Path | None, typer.Argument(help="Text file with the sub-questions.")] = None,
    known: Annotated[str | None, typer.Option("--known", help="Name of a known question.")] = None,
    kind: Annotated[
        Format | None,
        typer.Option("--format", help="Else as the file's name ends. zip: the docx with its evidence."),
    ] = None,
    data: Data = None,
    lang: In = Language.NL,
) -> None:
    """Draft the answer to a written question, every number with its status and source."""
    spoken = spoken_in(lang)
    wanted = Format(kind_of(kind, output, Format, spoken))
    try:
        warehouse = open_warehouse(data_folder(data))
        plan = _plan(warehouse, file, known, spoken)
        with opened(output) as out:
            out.write(_content(warehouse, plan, wanted))
    except DataFault as fault:
        typer.echo(sentence(fault.finding, spoken), err=True)
        raise typer.Exit(1) from None
    except Refusal as refusal:
        _stop(sentence(refusal.findings[0], spoken))
    except OSError:
        _stop(text("cli_file.not_written", spoken, file=output.name))
    for item in plan.items:
        if not item.rules:
            typer.echo(text("cli_answer.nothing_fits", spoken, number=item.question.number), err=True)
    typer.echo(text("cli_answer.written", spoken, file=output.name, questions=len(plan.items)))


def _plan(warehouse: Warehouse, file: Path | None, known: str | None, lang: Lang) -> Plan:
    """Everything as proposed, for a known question or the text of a file."""
    subjects = known_questions(warehouse, lang)
    if (file is None) == (known is None) or (known and known not in subjects):
        _stop(text("cli_answer.which", lang, names=", ".join(subjects)))
    pasted = "" if known else _pasted(file, lang)
    asked = known_question(warehouse, known, lang) if known else sub_questions(pasted)
    subject = subjects[known] if known else subject_of(pasted) or text("answer.own_subject", lang)
    proposals = propose(asked, rules(warehouse, lang), above(warehouse, text_above(pasted)))
    found = editions(warehouse)
    choice = Choice(editions=found.known, lang=lang, edition=found.latest_counted, question=known or "")
    return planned(subject, proposals, choice)


def _pasted(file: Path | None, lang: Lang) -> str:
    """The text of a file; the command stops where it cannot be read or asks nothing."""
    try:
        pasted = file.read_text(encoding="utf-8-sig") if file else ""
    except (OSError, UnicodeDecodeError):
        pasted = ""
    if not sub_questions(pasted):
        _stop(text("cli_answer.unreadable", lang, file=file.name if file else ""))
    return pasted


def _content(warehouse: Warehouse, plan: Plan, kind: Format) -> bytes:
    if kind == Format.ZIP:
        return evidence(warehouse, plan, date.today())
    drawn = pictures(plan.choice.lang)
    made = draft(warehouse, plan, date.today(), drawn)
    if drawn is None and charted(made.tables):
        typer.echo(text("answer.no_pictures", plan.choice.lang), err=True)
    return write_document(made.document, Kind(kind))


def verify(
    file: Annotated[
        Path, typer.Argument(help="Package of evidence: the zip that `answer --format zip` made.")
    ],
    data: Data = None,
    lang: In = Language.NL,
) -> None:
    """Prove a package of evidence against the data; exit 1 with one sentence a finding."""
    spoken = spoken_in(lang)
    warehouse = open_warehouse(data_folder(data))
    try:
        findings = proof(file.read_bytes(), warehouse)
    except DataFault as fault:
        findings = [fault.finding]
    except OSError:
        _stop(text("cli_answer.no_package", spoken, file=file.name))
    for finding in findings:
        typer.echo(sentence(finding, spoken), err=True)
    if findings:
        raise typer.Exit(1)
    typer.echo(text("verify.fine", spoken, version=warehouse.version))


def _stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(2)
