"""The examples that the app shows while nothing real was imported: demo exports, read by the importers."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from lkdash.demo import write_demo
from lkdash.importers import receive
from lkdash.store import Store

MOMENT = datetime(2019, 11, 15, tzinfo=UTC)  # the same each time, so that the files are


def write_examples(folder: Path) -> list[Path]:
    """Make folder/demo anew; its files. The same code gives the same bytes."""
    shutil.rmtree(folder / "demo", ignore_errors=True)
    store = Store(folder / "demo")
    with TemporaryDirectory(prefix="lkdash-") as exports:
        for file in write_demo(Path(exports)):
            receive(file, store, by="lkdash", at=MOMENT)
    return store.files()
