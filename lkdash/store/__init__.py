"""What users import and keep: one immutable file an import or answer, whole or not at all."""

from lkdash.store.access import is_loopback, may_change, reachable_at
from lkdash.store.answers import Answers
from lkdash.store.arrivals import Held, let_all_go, let_go, place_of, ticket
from lkdash.store.folder import LIMIT, Store, store_folder
from lkdash.store.shown import Imports, examples_allowed, shown

__all__ = [
    "LIMIT",
    "Answers",
    "Held",
    "Imports",
    "Store",
    "examples_allowed",
    "is_loopback",
    "let_all_go",
    "let_go",
    "may_change",
    "place_of",
    "reachable_at",
    "shown",
    "store_folder",
    "ticket",
]
