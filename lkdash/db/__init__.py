"""The only door to DuckDB: one connection in memory, one cursor a query, closed to files and network."""

from lkdash.db.folder import data_folder, fingerprint
from lkdash.db.imported import imported_rows, replaced_by_newest
from lkdash.db.queries import query_text, reads
from lkdash.db.scratch import Connection, QueryError, is_full, scratch
from lkdash.db.warehouse import Warehouse, empty_connection, open_warehouse

__all__ = [
    "Connection",
    "QueryError",
    "Warehouse",
    "data_folder",
    "empty_connection",
    "fingerprint",
    "imported_rows",
    "is_full",
    "open_warehouse",
    "query_text",
    "reads",
    "replaced_by_newest",
    "scratch",
]
