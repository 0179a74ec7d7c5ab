"""Which imports are shown: real ones alone, or examples as long as there are none."""

import os
from pathlib import Path

from lkdash.contracts import Papers
from lkdash.store.folder import Store

Imports = list[tuple[Path, Papers]]


def examples_allowed() -> bool:
    """May made-up figures be shown at all? LKDASH_DEMO=0 forbids it."""
    return os.environ.get("LKDASH_DEMO") != "0"


def shown(imports: Imports, data: Path, examples: bool) -> Imports:
    """Real imports alone; without any, the reader's own examples or else those bundled in the data folder."""
    real = [(file, papers) for file, papers in imports if not papers.demo]
    if real or not examples:
        return real
    return imports or Store(data / "demo").loaded()
