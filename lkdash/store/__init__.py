"""What users import: one immutable parquet file an import, whole or not at all, with its papers inside."""

from lkdash.store.access import is_loopback, may_change
from lkdash.store.folder import Store, store_folder

__all__ = ["Store", "is_loopback", "may_change", "store_folder"]
