"""A bundled dataset as a file: its rows under their own column names, and what the file says of itself."""

import json
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import pandas as pd

from lkdash.contracts import DATASETS, Colophon, DataFault, Lang
from lkdash.db import Warehouse
from lkdash.exports.colophon import data_version
from lkdash.exports.csv_table import write_csv
from lkdash.exports.dataset_words import action_figures, in_words
from lkdash.exports.legend import mark_lines
from lkdash.exports.number_format import number_format
from lkdash.exports.rows import ALL_PAPERS, Rows, frame_rows, papers_of, with_papers
from lkdash.measures import sources
from lkdash.measures.papers import NOTED, known_errors, notes_of
from lkdash.texts import text


def write_dataset(
    out: BinaryIO, kind: str, warehouse: Warehouse, name: str, lang: Lang, made_on: date, comma: bool = False
) -> None:
    """Write a dataset as csv, xlsx, a JSON list of records, or parquet with its own types.

    Its codes are in words too, behind its own columns; not in parquet, which is for machines.
    """
    frame = in_words(warehouse, name, warehouse.dataset(name), lang)
    rows, told = frame_rows(frame), _colophon(warehouse, name, frame, lang, made_on)
    if kind == "csv":
        write_csv(out, with_papers(rows, told, ALL_PAPERS), comma)
    elif kind == "json":
        out.write(_records(with_papers(rows, told, ALL_PAPERS)))
    elif kind == "parquet":
        from lkdash.exports.parquet_table import write_with_papers

        write_with_papers(out, warehouse.folder / DATASETS[name].file, papers_of(told))
    else:
        from lkdash.exports.xlsx import rows_xlsx

        rows_xlsx(out, rows, told, formats=_formats(frame, lang))


def _records(rows: Rows) -> bytes:
    records = [dict(zip(rows.columns, line, strict=True)) for line in rows.lines]
    return (json.dumps(records, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _colophon(warehouse: Warehouse, name: str, rows: pd.DataFrame, lang: Lang, made_on: date) -> Colophon:
    own = _sources(warehouse, rows, lang)
    actions = action_figures(warehouse, lang) if name == "actions" else None
    figures = rows if actions is None else actions.rows
    units = dict.fromkeys(
        text(f"unit_name.{unit}", lang) for unit in figures.get("unit", ()) if pd.notna(unit)
    )
    return Colophon(
        title=text("file.dataset", lang, title=text(f"dataset_title.{name}", lang), name=name),
        lang=lang,
        scope=text(f"dataset.{name}", lang),
        units=", ".join(units),
        legend=mark_lines([str(status) for status in figures.get("status", ()) if pd.notna(status)], lang),
        notes=_notes(warehouse, rows, lang),
        sources=tuple(own or dict.fromkeys(rows.get("url", pd.Series(dtype=str)).dropna())),
        choice=text("colophon.no_choice", lang),
        version=_version(warehouse, lang),
        made_on=made_on,
        figure_ids=tuple(figures.get("figure_id", ())),
    )


def _formats(frame: pd.DataFrame, lang: Lang) -> Iterator[tuple[str | None, ...]]:
    """For each row how its cells are shown: a value in the Belgian format of its unit, with its mark."""
    for row in frame.to_dict("records"):
        shown = (
            number_format({"decimals": 0} | row, lang) if {"value", "unit", "status"} <= row.keys() else None
        )
        yield tuple(shown if name == "value" else None for name in frame.columns)


def _notes(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> tuple[str, ...]:
    """The notes on these figures; none where the rows are no figures, or the dataset of notes is faulty."""
    if not {"figure_id", *NOTED.values()} <= set(rows.columns):
        return ()
    subjects = {name: name for name in rows["figure_id"]}
    try:
        found = (notes_of(warehouse, rows, lang), known_errors(warehouse, subjects, lang))
    except DataFault:
        return ()
    return tuple(note for notes in found for note in notes["text"])


def _sources(warehouse: Warehouse, rows: pd.DataFrame, lang: Lang) -> list[str]:
    """The sources that the rows name; none where the dataset of sources is faulty."""
    try:
        known = sources(warehouse, lang)
    except DataFault:
        return []
    named = known[known["source_id"].isin(rows.get("source_id", pd.Series(dtype=str)))].to_dict("records")
    return [f"{row['title']} ({row['publisher']}, {row['date']})" for row in named]


def _version(warehouse: Warehouse, lang: Lang) -> str:
    """The version of the data, without the date of its last change where that is not known."""
    try:
        return data_version(warehouse, lang)
    except DataFault:
        return warehouse.version
