"""The store: whole or not at all, the same content once, undo, several processes, and who may change it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest

from lkdash.contracts import Refusal
from lkdash.db import scratch
from lkdash.importers import receive
from lkdash.store import Store, is_loopback, reachable_at, store_folder
from lkdash.store.access import listening
from tests.conftest import ROOT

KILLS = 100
ROWS = "Day,Campaign,Impr.,Clicks\n" + "".join(
    f"2019-{5 + day // 28:02}-{1 + day % 28:02},Campagne {day % 7},{100 + day},{day % 9}\n"
    for day in range(56)
)
LOOP = """
import sys
from pathlib import Path
from lkdash.importers import receive
from lkdash.store import Store
folder, store, start = Path(sys.argv[1]), Store(Path(sys.argv[2])), int(sys.argv[3])
print("ready", flush=True)
for at in range(start, 1_000_000):
    file = folder / f"{start}-{at}.csv"
    file.write_text(Path(folder / "rows.csv").read_text() + f"2019-08-01,C,{at},1\\n")
    assert receive(file, store).status == "imported"
    print(at, flush=True)
    if len(sys.argv) > 4 and at - start + 1 == int(sys.argv[4]):
        break
"""


def given(tmp_path: Path, extra: str = "") -> Path:
    file = tmp_path / "export.csv"
    file.write_text(ROWS + extra, encoding="utf-8")
    return file


def started(tmp_path: Path, start: int, *more: str) -> subprocess.Popen[str]:
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    command = [sys.executable, "-c", LOOP, str(tmp_path), str(tmp_path / "store"), str(start), *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def whole(store: Store) -> int:
    """How many imports there are, each of which can be read and holds what its papers say."""
    papers = store.papers()
    assert len(papers) == len(store.files())
    for found in papers:
        table = pq.read_table(store.folder / f"{found.import_id}.parquet").to_pandas()
        clicks = table.loc[table["metric"] == "clicks", "value"].sum()
        assert clicks == found.totals["clicks"] == sum(day % 9 for day in range(56)) + 1
    return len(papers)


@pytest.mark.parametrize("large", [0, 100_000_000], ids=["digest beside", "digest first"])
def test_the_same_content_twice_changes_nothing(tmp_path: Path, monkeypatch, large: int):
    monkeypatch.setattr(sys.modules[receive.__module__], "LARGE", large)
    store = Store(tmp_path / "store")
    first = receive(given(tmp_path), store)
    before = store.files()[0].stat().st_mtime_ns
    again = receive(given(tmp_path), store, name="other name.csv")
    assert (first.status, again.status) == ("imported", "unchanged")
    assert again.totals == first.totals
    assert [file.stat().st_mtime_ns for file in store.files()] == [before]


def test_a_dry_run_reads_all_and_stores_nothing(tmp_path: Path):
    store = Store(tmp_path / "store")
    receipt = receive(given(tmp_path), store, dry_run=True)
    assert receipt.status == "imported"
    assert receipt.rows_kept == 56
    assert not store.files()


def test_the_papers_travel_in_the_file(tmp_path: Path):
    store = Store(tmp_path / "store")
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    receipt = receive(given(tmp_path), store, name="mei.csv", by="an", at=moment)
    (papers,) = store.papers()
    assert (papers.file, papers.imported_by, papers.imported_at) == (
        "mei.csv",
        "an",
        "2026-01-02T03:04:00.000000+00:00",
    )
    assert papers.rows_kept == receipt.rows_kept
    assert papers.period == {"start": "2019-05-01", "end": "2019-06-28"}


def test_undo_takes_one_import_back_and_it_can_come_again(tmp_path: Path):
    store = Store(tmp_path / "store")
    receipt = receive(given(tmp_path), store)
    other = receive(given(tmp_path, "2019-08-01,C,5,1\n"), store)
    store.undo(receipt.import_id[:10])
    assert [papers.import_id for papers in store.papers()] == [other.import_id]
    with pytest.raises(Refusal):
        store.undo(receipt.import_id)
    assert receive(given(tmp_path), store).status == "imported"


@pytest.mark.parametrize("start", ["", "zz", "no such"])
def test_an_id_that_names_no_single_import_is_refused(tmp_path: Path, start: str):
    with pytest.raises(Refusal):
        Store(tmp_path).find(start)


@pytest.mark.parametrize(("address", "told"), [("0.0.0.0", "0.0.0.0"), ("127.0.0.1", "as configured")])
def test_where_the_server_really_listens_counts_before_what_it_was_told(address: str, told: str):
    listening.cache_clear()
    try:
        with socket.create_server((address, 0)):
            assert reachable_at("as configured") == told
    finally:
        listening.cache_clear()


def test_a_server_that_cannot_tell_where_it_listens_may_change_nothing(monkeypatch):
    def denied(*_: str):
        raise psutil.AccessDenied

    listening.cache_clear()
    monkeypatch.setattr(psutil.Process, "net_connections", denied)
    try:
        assert not is_loopback(reachable_at("127.0.0.1"))
    finally:
        listening.cache_clear()


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),
        ("", False),
        ("::", False),
        ("192.168.1.5", False),
        ("lkdash.example", False),
    ],
)
def test_a_server_that_others_can_reach_may_change_nothing(tmp_path: Path, address: str, loopback: bool):
    assert is_loopback(address) == loopback
    mine = Store(tmp_path / "store")
    receipt = receive(given(tmp_path), mine)
    served = Store(tmp_path / "store", bound_to=address)
    outcome = receive(given(tmp_path, "2019-08-01,C,5,1\n"), served)
    assert (outcome.status == "imported") == loopback
    if not loopback:
        assert [problem.key for problem in outcome.problems] == ["refusal.not_signed_in"]
        with pytest.raises(Refusal):
            served.undo(receipt.import_id)
        assert len(mine.files()) == 1


def test_the_store_lies_where_the_environment_says(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path))
    assert store_folder() == tmp_path
    assert store_folder(tmp_path / "given") == tmp_path / "given"


def test_killed_in_the_middle_the_store_holds_each_import_whole_or_not_at_all(tmp_path: Path):
    store = Store(tmp_path / "store")
    process, told, kills = started(tmp_path, 0), 0, 0
    while kills < KILLS:
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        if line != "ready":
            told += 1
            continue
        time.sleep(0.02 + 0.11 * (kills % 10) / 10)
        os.kill(process.pid, signal.SIGKILL)
        told += len(process.stdout.read().split())
        process.wait()
        kills += 1
        process = started(tmp_path, 1000 * kills)
    process.kill()
    process.wait()
    found = whole(store)
    assert told <= found <= told + KILLS + 1
    assert receive(given(tmp_path), store).status == "imported"


def test_what_was_left_half_written_long_ago_is_swept_away(tmp_path: Path):
    folder = tmp_path / "store"
    folder.mkdir()
    for name, age in ((".old.part", 100_000), (".new.part", 10)):
        (folder / name).write_bytes(b"PAR1")
        os.utime(folder / name, (time.time() - age, time.time() - age))
    receive(given(tmp_path), Store(folder))
    assert [part.name for part in folder.glob(".*")] == [".new.part"]


def test_eight_processes_at_once_lose_nothing(tmp_path: Path):
    processes = [started(tmp_path, 1000 * at, "5") for at in range(8)]
    assert [process.wait(timeout=120) for process in processes] == [0] * 8
    assert whole(Store(tmp_path / "store")) == 40
    assert not list((tmp_path / "store").glob(".*"))


def test_an_import_prints_nothing_of_its_own_between_what_is_asked(tmp_path: Path):
    with closing(scratch(tmp_path)) as con:
        assert con.execute("select current_setting('enable_progress_bar')").fetchone() == (False,)
