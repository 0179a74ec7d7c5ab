"""What users import and keep: one immutable file an import or answer, whole or not at all."""

from lkdash.store.access import is_loopback, may_change, reachable_at
from lkdash.store.answers import Answers
from lkdash.store.folder import Store, store_folder
from lkdash.store.shown import Imports, examples_allowed, shown

__all__ = [
    "Answers",
    "Imports",
    "Store",
    "examples_allowed",
    "is_loopback",
    "may_change",
    "reachable_at",
    "shown",
    "store_folder",
]
