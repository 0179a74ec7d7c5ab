"""Files of the tables that a page shows: same figures, same marks, and what the file says of itself."""

from lkdash.exports.colophon import colophon, data_version
from lkdash.exports.csv_table import table_csv
from lkdash.exports.documents import Kind, write_document
from lkdash.exports.examples import refuse_examples
from lkdash.exports.grid import grid, source_line, table_of

__all__ = [
    "Kind",
    "colophon",
    "data_version",
    "grid",
    "refuse_examples",
    "source_line",
    "table_csv",
    "table_of",
    "write_document",
]
