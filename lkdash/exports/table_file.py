"""A table of figures as a file of any kind: the same lines and the same papers in each."""

from collections.abc import Iterable
from typing import BinaryIO

from lkdash.contracts import Colophon, Status, Table, refuse
from lkdash.exports.csv_table import write_csv
from lkdash.exports.json_table import write_json
from lkdash.exports.rows import Rows, figure_rows, papers_of, with_papers

KINDS = ("csv", "xlsx", "json", "parquet")


def write_table(
    out: BinaryIO, kind: str, table: Table, told: Colophon, by: str | None = None, comma: bool = False
) -> None:
    """Write the table as csv, xlsx, json or parquet. Refusal where the choice leaves no figures.

    by: the key of the first column's header, where the rows are no editions or periods.
    comma: csv for machines instead of for Belgian Excel.
    """
    if table.rows.empty:
        raise refuse("no_figures")
    if kind == "xlsx":
        from lkdash.exports.xlsx import table_xlsx

        table_xlsx(out, table, told, by)
    else:
        write_rows(out, kind, figure_rows(table, told.lang), told, comma)


def write_rows(
    out: BinaryIO, kind: str, rows: Rows, told: Colophon, comma: bool = False, example: bool = False
) -> None:
    """Write rows of any number as csv, xlsx, json or parquet, one after the other."""
    if kind == "csv":
        write_csv(out, with_papers(rows, told), comma)
    elif kind == "json":
        write_json(out, rows, papers_of(told))
    elif kind == "parquet":
        from lkdash.exports.parquet_table import write_parquet

        write_parquet(out, rows, papers_of(told))
    else:
        from lkdash.exports.xlsx import rows_xlsx

        rows_xlsx(out, rows, told, example)


def is_example(table: Table) -> bool:
    """Is any of its figures made up?"""
    return any(row["status"] == Status.DEMO for row in table.records)


def refuse_examples(tables: Iterable[Table]) -> None:
    """Refusal where any figure of these tables is made up: none ever stands in an answer or evidence."""
    if any(is_example(table) for table in tables):
        raise refuse("examples")
