"""Does this sentence hold? The figures in it, the measure it names, and what the published figures say."""

from lkdash.answers.claims.checking import check_claim
from lkdash.answers.claims.entry import record
from lkdash.answers.claims.naming import Named, measures_named, own_keywords
from lkdash.answers.claims.reasons import why
from lkdash.answers.claims.telling import headline, read_as, told
from lkdash.answers.claims.verdict import Verdict

__all__ = [
    "Named",
    "Verdict",
    "check_claim",
    "headline",
    "measures_named",
    "own_keywords",
    "read_as",
    "record",
    "told",
    "why",
]
