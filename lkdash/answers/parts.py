"""What the evidence for an answer holds: the answer, its tables, their SQL, the outcome of the checks."""

import io
import json
from collections.abc import Iterator
from datetime import date

from lkdash.answers.draft import Draft, draft
from lkdash.answers.frozen import frozen
from lkdash.answers.plan import Plan
from lkdash.answers.told import asked
from lkdash.answers.words_table import words_csv
from lkdash.checks import run_checks
from lkdash.contracts import Lang
from lkdash.db import Warehouse, query_text
from lkdash.db.queries import query_names
from lkdash.exports import Kind, colophon, write_document, write_table
from lkdash.exports.catalogue import TABLES
from lkdash.texts import sentence, text

RECORD = "antwoord.json"


def parts(warehouse: Warehouse, plan: Plan, made_on: date) -> Iterator[tuple[str, bytes]]:
    """Each file of the evidence for this plan, by name; Refusal as for `draft`."""
    made = draft(warehouse, plan, made_on)
    yield "antwoord.docx", write_document(made.document, Kind.DOCX)
    yield RECORD, frozen(warehouse, plan, made_on, made)
    for name in made.tables:
        yield f"tabellen/{name}.csv", _table(name, made, plan)
    for name, words in made.words.items():
        yield f"tabellen/{name}.csv", words_csv(warehouse, name, words, made.document.colophon)
    yield from _queries(warehouse, made)
    yield "controles.txt", _checks(warehouse, plan.choice.lang)


def _table(name: str, made: Draft, plan: Plan) -> bytes:
    about, title = made.document.colophon, text(TABLES[name].title, plan.choice.lang)
    told = colophon(title, [made.tables[name]], plan.choice, about.version, about.made_on)
    out = io.BytesIO()
    write_table(out, "csv", made.tables[name], told, TABLES[name].by)
    return out.getvalue()


def _queries(warehouse: Warehouse, made: Draft) -> Iterator[tuple[str, bytes]]:
    """The SQL of every table, with its parameters, and of the arithmetic that figures stand on."""
    queries = {name: table.asked for name, table in made.tables.items()}
    queries |= {name: asked(warehouse, name) for name in made.words}
    if not queries:
        return
    listed = {
        name: [{"query": a.query, "parameters": a.parameters} for a in each] for name, each in queries.items()
    }
    yield "sql/vragen.json", _json(listed)
    used = {a.query for each in queries.values() for a in each}
    for name in sorted({*used, *(query_names("views") if made.tables else ())}):
        yield f"sql/{name}.sql", query_text(name).encode("utf-8")


def _checks(warehouse: Warehouse, lang: Lang) -> bytes:
    lines = []
    for outcome in run_checks(warehouse):
        found = " ".join(sentence(finding, lang) for finding in outcome.findings)
        known = text("quality.known_error", lang, figures=", ".join(outcome.known)) if outcome.known else ""
        lines.append(f"{outcome.name}: {found or known or text('quality.fine', lang)}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
