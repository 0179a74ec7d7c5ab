"""Where the data lies, and a cheap mark that changes when it does."""

import hashlib
import os
from pathlib import Path

from lkdash.contracts import DATASETS

BUNDLED = Path(__file__).resolve().parents[2] / "data"


def data_folder(given: Path | None = None) -> Path:
    """The folder with the parquet files: the one given, else LKDASH_DATA, else the bundled one."""
    return given or Path(os.environ.get("LKDASH_DATA") or BUNDLED)


def fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change (ns) of each dataset's file that exists."""
    files = (folder / dataset.file for dataset in DATASETS.values())
    stats = ((file.name, file.stat()) for file in files if file.is_file())
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


def version(folder: Path) -> str:
    """Twelve hexadecimal digits that change when the content of any dataset does."""
    files = (folder / dataset.file for dataset in DATASETS.values())
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()]
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()[:12]
