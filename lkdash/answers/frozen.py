"""An answer as it was on its day: plan, figures, words and data version; and what has changed since."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from lkdash import measures
from lkdash.answers.draft import Draft, tables_of
from lkdash.answers.plan import Item, Plan
from lkdash.answers.rules import rules
from lkdash.answers.sub_question import SubQuestion
from lkdash.contracts import (
    LANGUAGES,
    Block,
    Bullets,
    Choice,
    Colophon,
    Document,
    Grid,
    Heading,
    Mention,
    NoteMark,
    Paragraph,
    Table,
    refuse,
)
from lkdash.db import Warehouse
from lkdash.formats import is_missing

BLOCKS: dict[str, type[Block]] = {kind.__name__: kind for kind in (Heading, Paragraph, Bullets, Grid)}
FORMAT = "lkdash-answer-1"
Figure = dict[str, Any]


@dataclass(frozen=True)
class Frozen:
    """A kept answer. figures: figure id → what was known of it on that day: see `figures_of`."""

    plan: Plan
    version: str
    made_on: date
    document: Document
    figures: dict[str, Figure]


@dataclass(frozen=True)
class Change:
    """One figure of a kept answer that is another one today; `now` is empty where it no longer exists."""

    figure_id: str
    label: str
    period: str
    then: str
    now: str


def frozen(warehouse: Warehouse, plan: Plan, made_on: date, made: Draft) -> bytes:
    """The answer as a file: the same answer gives the same bytes."""
    blocks = [{"kind": type(block).__name__} | asdict(block) for block in made.document.blocks]
    record = {
        "format": FORMAT,
        "plan": asdict(plan),
        "version": warehouse.version,
        "made_on": made_on.isoformat(),
        "document": {"blocks": blocks, "colophon": asdict(made.document.colophon)},
        "figures": figures_of([*made.tables.values(), made.counted]),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode(
        "utf-8"
    )


def thawed(content: bytes) -> Frozen:
    """A kept answer read back; Refusal where the file is none."""
    try:
        record = json.loads(content)
        if record["format"] != FORMAT:
            raise ValueError(record["format"])
        return Frozen(
            plan=_plan(record["plan"]),
            version=str(record["version"]),
            made_on=date.fromisoformat(record["made_on"]),
            document=_document(record["document"]),
            figures=record["figures"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise refuse("no_answer_file") from error


def figures_of(tables: Iterable[Table]) -> dict[str, Figure]:
    """What an answer quotes, a figure an id."""
    return {
        str(row["figure_id"]): {
            "measure": row["measure"],
            "origin": row["origin"],
            "label": row["label"],
            "period": row["period"],
            "period_kind": str(row["period_kind"]),
            "value": None if is_missing(row["value"]) else float(row["value"]),
            "status": str(row["status"]),
            "text": row["text"],
        }
        for table in tables
        for row in table.rows.to_dict("records")
    }


def changes_since(kept: Frozen, warehouse: Warehouse) -> list[Change]:
    """The figures of a kept answer whose value, status or wording is another one in today's data."""
    known = rules(warehouse, kept.plan.choice.lang)
    used = [known[name] for name in kept.plan.rules if name in known]
    counted = measures.counted(warehouse, kept.plan.choice.lang)
    today = figures_of([*tables_of(warehouse, used, kept.plan).values(), counted])
    return [
        Change(name, then["label"], then["period"], then["text"], today.get(name, {"text": ""})["text"])
        for name, then in kept.figures.items()
        if any(today.get(name, {}).get(part) != then[part] for part in ("value", "status", "text"))
    ]


def _plan(record: dict[str, Any]) -> Plan:
    items = [
        Item(
            SubQuestion(**{name: str(words) for name, words in item["question"].items()}),
            tuple(str(rule) for rule in item["rules"]),
        )
        for item in record["items"]
    ]
    return Plan(str(record["subject"]), tuple(items), _choice(record["choice"]))


def _choice(record: dict[str, Any]) -> Choice:
    """A choice whose values are of the kinds that it promises; TypeError for any other."""
    choice = Choice(**record | {"editions": tuple(str(edition) for edition in record["editions"])})
    plain = Choice(editions=())
    if any(type(getattr(choice, name)) is not type(getattr(plain, name)) for name in record):
        raise TypeError(record)
    if choice.lang not in LANGUAGES:
        raise ValueError(choice.lang)
    return choice


def _document(record: dict[str, Any]) -> Document:
    about: dict[str, Any] = {name: _tuples(cell) for name, cell in record["colophon"].items()}
    about["made_on"] = date.fromisoformat(about["made_on"])
    return Document(tuple(_block(block) for block in record["blocks"]), Colophon(**about))


def _block(record: dict[str, Any]) -> Block:
    kind = BLOCKS[record["kind"]]
    cells = {name: _tuples(cell) for name, cell in record.items() if name != "kind"}
    if "mentions" in cells:
        cells["mentions"] = tuple(
            Mention(int(start), int(end), str(name)) for start, end, name in cells["mentions"]
        )
    if "marks" in cells:
        cells["marks"] = tuple(NoteMark(*map(int, mark)) for mark in cells["marks"])
    return kind(**cells)


def _tuples(cell: Any) -> Any:
    return tuple(_tuples(part) for part in cell) if isinstance(cell, list) else cell
