"""Does a loaded table keep its dataset's promise? Answers are findings, one a broken rule.

The SQL here is made from names in lkdash.contracts alone, never from data; values are parameters.
"""

from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from lkdash.contracts import Column, Dataset, Finding


def create_table(con: DuckDBPyConnection, dataset: Dataset) -> None:
    """An empty table with the dataset's columns."""
    columns = ", ".join(f'"{column.name}" {column.type}' for column in dataset.columns)
    con.execute(f'create table "{dataset.name}" ({columns})')


def shape_findings(dataset: Dataset, found: dict[str, str]) -> Iterator[Finding]:
    """Columns that are missing, extra or of another type than promised; found: name → type."""
    for column in dataset.columns:
        if column.name not in found:
            yield _finding("column_missing", dataset, column.name)
        elif found[column.name] != column.type:
            types = {"expected": column.type, "found": found[column.name]}
            yield _finding("column_type", dataset, column.name, **types)
    for name in sorted(found.keys() - {column.name for column in dataset.columns}):
        yield _finding("column_extra", dataset, name)


def row_findings(con: DuckDBPyConnection, dataset: Dataset) -> Iterator[Finding]:
    """Rows that break a bound, a required value, an allowed word or the key."""
    for column in dataset.columns:
        for rule, condition, parameters, said in _rules(column):
            rows = _breaking(con, dataset, condition, parameters)
            if rows:
                yield _finding(rule, dataset, column.name, rows=_examples(rows), **said)
    key = ", ".join(f'"{name}"' for name in dataset.key)
    query = f'select {key} from "{dataset.name}" group by {key} having count(*) > 1'
    twice = con.execute(query).fetchall()
    if twice:
        yield _finding("key_twice", dataset, ", ".join(dataset.key), rows=_examples(twice))


def _rules(column: Column) -> Iterator[tuple[str, str, list[object], dict[str, str]]]:
    if column.required:
        yield "required", f'"{column.name}" is null', [], {}
    if column.minimum is not None:
        said = {"minimum": f"{column.minimum:g}"}
        yield "minimum", f'"{column.name}" < ?', [column.minimum], said
    if column.allowed:
        said = {"allowed": ", ".join(column.allowed)}
        yield "allowed", f'not list_contains(?, "{column.name}")', [list(column.allowed)], said


def _breaking(
    con: DuckDBPyConnection, dataset: Dataset, condition: str, parameters: list[object]
) -> list[tuple[object, ...]]:
    key = ", ".join(f'"{name}"' for name in dataset.key)
    query = f'select {key} from "{dataset.name}" where {condition} order by {key}'
    return con.execute(query, parameters).fetchall()


def _examples(rows: list[tuple[object, ...]], most: int = 3) -> str:
    named = ", ".join(" ".join(str(part) for part in row) for row in rows[:most])
    return named + (f" … (+{len(rows) - most})" if len(rows) > most else "")


def _finding(rule: str, dataset: Dataset, column: str, **values: str) -> Finding:
    return Finding(f"promise.{rule}", {"file": dataset.file, "column": column, **values})
