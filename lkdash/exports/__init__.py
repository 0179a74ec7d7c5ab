"""Files of the tables that a page shows: the same figures, the same marks."""

from lkdash.exports.csv_table import table_csv

__all__ = ["table_csv"]
