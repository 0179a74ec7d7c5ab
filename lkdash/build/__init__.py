"""From data/source (what people edit) to data/*.parquet and datapackage.json (what the app reads)."""

from pathlib import Path

from lkdash.build.demo import write_examples
from lkdash.build.files import write_datapackage, write_parquet
from lkdash.build.source import read_source


def build(folder: Path) -> list[Path]:
    """Write every dataset of folder/source into folder; the files written. Same source, same bytes.

    Raises DataFault, with nothing written, where the source cannot be read.
    """
    rows = read_source(folder / "source")
    files = write_parquet(folder, rows)
    return [*files, write_datapackage(folder), *write_examples(folder)]


__all__ = ["build"]
