"""What users import and keep: one immutable file an import or answer, whole or not at all."""

from lkdash.store.access import is_loopback, may_change
from lkdash.store.answers import Answers
from lkdash.store.folder import Store, store_folder

__all__ = ["Answers", "Store", "is_loopback", "may_change", "store_folder"]
