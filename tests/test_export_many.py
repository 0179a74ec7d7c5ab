"""An export of more than 100.000 imported rows needs no more memory than one of a tenth of that."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest

from bench.imports import write_export
from lkdash.importers import receive
from lkdash.store import Store
from tests.conftest import ROOT

STATUS = Path("/proc/self/status")
# The process's own peak: ru_maxrss would also count what the tests had in memory when they started it.
EXPORT = """import re, sys
from lkdash.cli import app
try:
    app(sys.argv[1:])
except SystemExit as done:
    assert not done.code
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1]) / 1024)"""
MEASURES = 4  # impressions, clicks, cost, conversions: a row each
GROWTH, MOST = 60, 400  # MB


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store with some 10.000 rows and one with more than 100.000."""
    folder = tmp_path_factory.mktemp("many")
    made = {}
    for rows in (2_500, 26_000):
        file = folder / f"{rows}.csv"
        write_export(file, rows, campaigns=1213)
        made[rows * MEASURES] = store = folder / f"store{rows}"
        assert receive(file, Store(store)).status == "imported"
    return made


def exported(store, kind: str, file) -> float:
    """Peak megabytes of a process that exports what this store holds."""
    order = ["export", "outcomes", "--format", kind, "--store", str(store), "-o", str(file)]
    done = subprocess.run([sys.executable, "-c", EXPORT, *order], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return float(done.stdout)  # nothing else is said on the screen


@pytest.mark.skipif(not STATUS.exists(), reason="Only Linux tells a process its own peak memory (/proc).")
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "parquet"])
def test_memory_does_not_grow_with_the_rows(stores, kind: str, tmp_path):
    peaks = []
    for rows, store in stores.items():
        file = tmp_path / f"{rows}.{kind}"
        peaks.append(exported(store, kind, file))
        assert counted(file, kind) == rows
    assert peaks[1] - peaks[0] < GROWTH
    assert peaks[1] < MOST


def counted(file, kind: str) -> int:
    if kind == "csv":
        return file.read_text(encoding="utf-8").count("\n") - 1
    if kind == "json":
        return len(json.loads(file.read_bytes())["rows"])
    if kind == "parquet":
        return pq.read_metadata(file).num_rows
    with ZipFile(file) as book, book.open("xl/worksheets/sheet2.xml") as sheet:
        pieces = iter(lambda: sheet.read(1 << 20), b"")
        return sum(piece.count(b"</row>") for piece in whole(pieces)) - 1


def whole(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that end where a row does."""
    left = b""
    for piece in pieces:
        done, end, left = (left + piece).rpartition(b"</row>")
        yield done + end
