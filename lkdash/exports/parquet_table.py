"""Rows as parquet: columns with their types, and what the file says of itself as key-value metadata."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from lkdash.exports.rows import Cell, Rows

GROUP = 10_000  # rows held at a time
TYPES = {"value": pa.float64(), "value_high": pa.float64(), "answer": pa.int64(), "paid": pa.bool_()}
DATES = ("period_start", "period_end")


def write_parquet(out: BinaryIO, rows: Rows, papers: dict[str, Any]) -> None:
    """Write the rows, a group at a time. Columns are text, but for values, days and yes or no."""
    fields = [pa.field(name, _type(name)) for name in rows.columns]
    schema = pa.schema(fields, metadata=_told(papers))
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(rows.lines):
            columns = [list(cells) for cells in zip(*group, strict=True)]
            arrays = [pa.array(cells, field.type) for cells, field in zip(columns, fields, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def write_with_papers(out: BinaryIO, file: Path, papers: dict[str, Any]) -> None:
    """Write a parquet file again, with the same columns and types and what it now says of itself."""
    held = pq.read_table(file)
    told = (held.schema.metadata or {}) | _told(papers)
    pq.write_table(held.replace_schema_metadata(told), out, compression="zstd")


def _told(papers: dict[str, Any]) -> dict[bytes, bytes]:
    return {
        f"lkdash.{name}".encode(): json.dumps(value, ensure_ascii=False).encode()
        for name, value in papers.items()
    }


def _type(name: str) -> pa.DataType:
    return pa.date32() if name in DATES else TYPES.get(name, pa.string())


def _groups(lines: Iterable[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    left = iter(lines)
    while group := list(islice(left, GROUP)):
        yield group
