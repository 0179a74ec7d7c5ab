"""Files of the tables that a page shows: same figures, same marks, and what the file says of itself."""

from lkdash.exports.colophon import colophon, data_version
from lkdash.exports.csv_table import table_csv
from lkdash.exports.grid import grid, source_line, table_of

__all__ = ["colophon", "data_version", "grid", "source_line", "table_csv", "table_of"]
