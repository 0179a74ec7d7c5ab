"""What stands above a header: titles, periods and other tables, but never a row of its own."""

from collections.abc import Iterator

from lkdash.contracts import refuse
from lkdash.importers.periods import days_in, only_days
from lkdash.importers.recognise import Recognised
from lkdash.importers.records import fits, records

Row = tuple[int, list[str]]


def refuse_rows_above(lines: list[str], found: Recognised) -> None:
    """Refusal for a row of figures above the header, as a sorted or damaged file has: it would go unread."""
    *above, _ = records(lines[: found.skip], found.delimiter)
    for block in _blocks(above):
        (_, first), *_ = block
        if _alike(first, found) and not any(map(_is_number, first)):
            continue  # the names of another table
        for line, row in block:
            if _alike(row, found) and any(map(_is_number, row)) and not only_days(",".join(row)):
                raise refuse("row_above", title=found.layout.title, line=line, header=found.skip)


def _blocks(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows that stand together, without empty lines and those that begin with '#'."""
    block: list[Row] = []
    for line, row in rows:
        if any(cell.strip() for cell in row) and not row[0].lstrip(' "\ufeff').startswith("#"):
            block.append((line, row))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _alike(row: list[str], found: Recognised) -> bool:
    """Is it as wide as the header, and filled for a half at least?"""
    width = len(found.header)
    return fits(row, width) and 2 * sum(bool(cell.strip()) for cell in row) >= width


def _is_number(cell: str) -> bool:
    """Digits and signs alone, which are no day."""
    return any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)) and not days_in(cell)
