"""Reads data/source: csv and toml as people edit them, into one list of rows per dataset."""

import csv
import tomllib
from pathlib import Path
from typing import Any

from lkdash.build.printed import value_of
from lkdash.contracts import DataFault, Finding

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def read_source(source: Path) -> Rows:
    """The rows of every dataset, in the order of the source files; DataFault on an unreadable one."""
    measures = _tables(source, "measures")
    sources = _tables(source, "sources")
    return {
        "cards": [_card(row, measures, sources) for row in _csv(source, "cards")],
        "website_visits": [_visit(row, measures) for row in _csv(source, "website_visits")],
        "reference_figures": [_reference(row) for row in _csv(source, "reference_figures")],
        "measures": [_measure(name, entry) for name, entry in measures.items()],
        "sources": _named("source_id", sources),
        "notes": [_note(name, entry) for name, entry in _tables(source, "notes").items()],
        "events": _named("event_id", _tables(source, "events")),
        "campaign_channels": _named("channel", _tables(source, "campaign_channels")),
        "actions": _named("action_id", _tables(source, "actions")),
        "moments": _named("moment_id", _tables(source, "moments")),
        "expectations": _named("expectation_id", _tables(source, "expectations")),
        "criteria": [_spaced(row) for row in _named("criterion_id", _tables(source, "criteria"))],
        "unknowns": _named("unknown_id", _tables(source, "unknowns")),
        "questions": _questions(_tables(source, "questions")),
        "rules": [_spaced(row) for row in _named("rule_id", _tables(source, "rules"))],
        "deviations": _named("figure_id", _tables(source, "deviations")),
        "changes": _tables(source, "changes")["change"],
    }


def _card(row: Row, measures: Row, sources: Row) -> Row:
    entry = _known(measures, row["measure"], row, "measure")
    origin = _known(sources, row["source"], row, "source")
    try:
        value, decimals = value_of(row["printed"])
    except ValueError as error:
        raise _fault(row, "printed") from error
    return {
        "figure_id": f"LK-{row['edition']}-{entry['code']}",
        "measure": row["measure"],
        "period": row["edition"],
        "period_kind": "calendar_year",
        "value": value,
        "unit": entry["unit"],
        "decimals": decimals,
        "status": row["status"],
        "bias": row["bias"],
        "printed": row["printed"],
        "place": _place(origin["place_nl"], row, entry),
        "place_en": _place(origin["place_en"], row, entry),
        "source_id": row["source"],
    }


def _place(template: str, row: Row, entry: Row) -> str:
    return template.format(edition=row["edition"], column=entry["column"])


def _visit(row: Row, measures: Row) -> Row:
    entry = measures["website_visits"]
    words = "_".join(row["period"].upper().split())
    added = {
        "figure_id": f"LK-{words}-{entry['code']}",
        "measure": "website_visits",
        "unit": entry["unit"],
        "source_id": row["source"],
        "value": _float(row, "value"),
    }
    return row | added


def _reference(row: Row) -> Row:
    period = row["period"].replace("../", "TEM-").replace("/..", "-EV").replace("/", "_")
    return row | {
        "figure_id": f"REF-{period}-{row['code']}",
        "value": _float(row, "value"),
        "decimals": int(_float(row, "decimals") or 0),
        "change": row["change"] == "yes",
    }


def _measure(name: str, entry: Row) -> Row:
    added = {"measure": name, "printed_column": entry.get("column")}
    added["keywords"] = ", ".join(entry.get("keywords", [])) or None
    return {"decimals": 0, "signed": False} | _spaced(entry) | added


def _note(name: str, entry: Row) -> Row:
    return _spaced(entry) | {"note_id": name}


def _questions(known: Row) -> list[Row]:
    return [
        {"known": name, "subject_nl": entry["nl"], "subject_en": entry["en"]} | question
        for name, entry in known.items()
        for question in entry["question"]
    ]


def _spaced(entry: Row) -> Row:
    """Lists of names as one text, separated by spaces."""
    return {key: " ".join(cell) if isinstance(cell, list) else cell for key, cell in entry.items()}


def _named(key: str, tables: Row) -> list[Row]:
    return [{key: name} | entry for name, entry in tables.items()]


def _tables(source: Path, name: str) -> Row:
    try:
        with (source / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        values = {"file": f"{name}.toml", "why": str(error).replace(str(source), "source")}
        raise DataFault(name, Finding("source.unreadable", values)) from error


def _csv(source: Path, name: str) -> list[Row]:
    try:
        with (source / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            return [row | {"file": f"{name}.csv", "line": reader.line_num} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        values = {"file": f"{name}.csv", "why": str(error).replace(str(source), "source")}
        raise DataFault(name, Finding("source.unreadable", values)) from error


def _float(row: Row, column: str) -> float | None:
    try:
        return float(row[column]) if row[column] else None
    except ValueError as error:
        raise _fault(row, column) from error


def _known(entries: Row, name: str, row: Row, column: str) -> Row:
    if name not in entries:
        raise _fault(row, column)
    entry: Row = entries[name]
    return entry


def _fault(row: Row, column: str) -> DataFault:
    values = {"column": column, "text": str(row[column])}
    values |= {"file": row["file"], "line": str(row["line"])}
    return DataFault(Path(row["file"]).stem, Finding("source.cell", values))
