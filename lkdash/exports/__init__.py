"""Files of the tables that a page shows: same figures, same marks, and what the file says of itself."""

from lkdash.exports.colophon import colophon, data_version, scope_of
from lkdash.exports.documents import Kind, write_document
from lkdash.exports.grid import below_source, grid, source_line, table_of
from lkdash.exports.order import noted
from lkdash.exports.png import can_draw, chart_picture, chart_png
from lkdash.exports.table_file import KINDS, is_example, refuse_examples, write_table

__all__ = [
    "KINDS",
    "Kind",
    "below_source",
    "can_draw",
    "chart_picture",
    "chart_png",
    "colophon",
    "data_version",
    "grid",
    "is_example",
    "noted",
    "refuse_examples",
    "scope_of",
    "source_line",
    "table_of",
    "write_document",
    "write_table",
]
