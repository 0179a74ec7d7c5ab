"""A bundled dataset as a file: its rows as they are, under their own column names."""

import json
from datetime import date
from typing import BinaryIO

import pandas as pd

from lkdash.contracts import DATASETS, Colophon, Lang
from lkdash.db import Warehouse
from lkdash.exports.colophon import data_version, mark_lines
from lkdash.exports.csv_table import write_csv
from lkdash.exports.rows import frame_rows
from lkdash.measures import sources
from lkdash.texts import text


def write_dataset(
    out: BinaryIO, kind: str, warehouse: Warehouse, name: str, lang: Lang, made_on: date, comma: bool = False
) -> None:
    """Write a dataset as csv, as xlsx, as a JSON list of records, or as its own parquet file."""
    rows = warehouse.dataset(name)
    if kind == "csv":
        write_csv(out, frame_rows(rows), comma)
    elif kind == "json":
        out.write((json.dumps(_records(rows), ensure_ascii=False, indent=2) + "\n").encode())
    elif kind == "parquet":
        out.write((warehouse.folder / DATASETS[name].file).read_bytes())
    else:
        from lkdash.exports.xlsx import rows_xlsx

        rows_xlsx(out, frame_rows(rows), _colophon(warehouse, name, rows, lang, made_on))


def _records(rows: pd.DataFrame) -> list[dict[str, object]]:
    days = {str(name): rows[name].dt.strftime("%Y-%m-%d") for name in rows.select_dtypes("datetime")}
    records: list[dict[str, object]] = json.loads(rows.assign(**days).to_json(orient="records"))
    return records


def _colophon(warehouse: Warehouse, name: str, rows: pd.DataFrame, lang: Lang, made_on: date) -> Colophon:
    known = sources(warehouse, lang)
    named = known[known["source_id"].isin(rows.get("source_id", pd.Series(dtype=str)))].to_dict("records")
    own = [f"{row['title']} ({row['publisher']}, {row['date']})" for row in named]
    units = dict.fromkeys(text(f"unit_name.{unit}", lang) for unit in rows.get("unit", ()) if pd.notna(unit))
    return Colophon(
        title=text("file.dataset", lang, name=name),
        lang=lang,
        scope=DATASETS[name].grain,
        units=", ".join(units),
        legend=mark_lines([str(status) for status in rows.get("status", ()) if pd.notna(status)], lang),
        notes=(),
        sources=tuple(own or dict.fromkeys(rows.get("url", pd.Series(dtype=str)).dropna())),
        choice=text("colophon.no_choice", lang),
        version=data_version(warehouse, lang),
        made_on=made_on,
        figure_ids=tuple(rows.get("figure_id", ())),
    )
