"""Writes the datasets as parquet and describes them as a Frictionless Data Package."""

import hashlib
import json
from pathlib import Path
from typing import Any

from lkdash.build.source import Rows
from lkdash.contracts import DATASETS, Column, Dataset
from lkdash.contracts.dataset import FRICTIONLESS_TYPES
from lkdash.db import empty_connection


def write_parquet(folder: Path, rows: Rows) -> list[Path]:
    """One parquet file a dataset, columns as promised, rows in the order given."""
    con = empty_connection()
    con.execute("set threads = 1")
    files = []
    for dataset in DATASETS.values():
        marks = ", ".join("?" for _ in dataset.columns)
        insert = f'insert into "{dataset.name}" values ({marks})'
        con.executemany(insert, [_cells(dataset, row) for row in rows[dataset.name]])
        file = folder / dataset.file
        con.table(dataset.name).write_parquet(str(file), compression="zstd")
        files.append(file)
    return files


def _cells(dataset: Dataset, row: dict[str, Any]) -> list[Any]:
    return [None if (cell := row.get(c.name)) == "" else cell for c in dataset.columns]


def write_datapackage(folder: Path) -> Path:
    """datapackage.json: every dataset's file, size, SHA-256, columns and key."""
    package = {
        "name": "lkdash",
        "title": "Lerarenkaart: published figures with their papers",
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "resources": [_resource(folder, dataset) for dataset in DATASETS.values()],
    }
    file = folder / "datapackage.json"
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _resource(folder: Path, dataset: Dataset) -> dict[str, Any]:
    content = (folder / dataset.file).read_bytes()
    return {
        "name": dataset.name.replace("_", "-"),
        "description": dataset.grain,
        "path": dataset.file,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "sha256": hashlib.sha256(content).hexdigest(),  # `hash` is not read for parquet
        "schema": {
            "fields": [_field(column) for column in dataset.columns],
            "primaryKey": list(dataset.key),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.minimum is not None and column.required:  # frictionless reads an empty number as NaN
        constraints["minimum"] = column.minimum
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    field: dict[str, Any] = {"name": column.name, "type": FRICTIONLESS_TYPES[column.type]}
    if column.description:
        field["description"] = column.description
    return field | ({"constraints": constraints} if constraints else {})
