"""The bundled data: built from its source, true to the printed table, and kept to its promise."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lkdash.build import build
from lkdash.build.printed import value_of
from lkdash.contracts import DATASETS, DataFault
from lkdash.db import Warehouse, open_warehouse
from tests.conftest import DATA

PRINTED = """
2017 204.530 15.570 14.852 102.478 138.365 67,50%
2018 208.204 18.276 16.527 103.966 139.705 67%
2019 213.132 19.931 17.583 100.102 138.516 65%
2020 215.229 21.964 16.158 81.803* 125.529* 58,3%*
2021 221.879 25.479 18.872 / / /
"""
COLUMNS = (
    "cards_made",
    "cards_subscription",
    "cards_starters",
    "cards_library",
    "staff_with_card",
    "share_with_card",
)


def test_every_cell_of_the_printed_table_is_there(warehouse: Warehouse):
    rows = warehouse.dataset("cards")
    printed = {(row.period, row.measure): row.printed for row in rows.itertuples()}
    for line in PRINTED.strip().splitlines():
        edition, *cells = line.split()
        for measure, cell in zip(COLUMNS, cells, strict=True):
            assert printed.pop((edition, measure)) == cell
    assert not printed


def test_only_starred_cells_are_estimates_and_slashes_are_pending(warehouse: Warehouse):
    for row in warehouse.dataset("cards").itertuples():
        expected = "estimate" if "*" in row.printed else "pending" if row.printed == "/" else "final"
        assert row.status == expected, row.figure_id


@pytest.mark.parametrize(
    ("printed", "value", "decimals"),
    [("204.530", 204530, 0), ("67,50%", 0.675, 2), ("58,3%*", 0.583, 1), ("81.803*", 81803, 0)],
)
def test_a_printed_cell_is_read_as_a_belgian_number(printed: str, value: float, decimals: int):
    assert value_of(printed) == (pytest.approx(value), decimals)


@pytest.mark.parametrize("printed", ["204,530.1", "1.23", "veel", "12 345x"])
def test_a_cell_that_is_no_number_is_refused(printed: str):
    with pytest.raises(ValueError, match=re.escape(printed)):
        value_of(printed)


def test_the_bundled_files_are_what_their_source_builds(rebuilt):
    folder = rebuilt()
    for name in [*(dataset.file for dataset in DATASETS.values()), "datapackage.json"]:
        assert (folder / name).read_bytes() == (DATA / name).read_bytes(), name


def test_building_twice_gives_the_same_bytes(rebuilt):
    folder = rebuilt()
    first = {file.name: file.read_bytes() for file in build(folder)}
    assert {file.name: file.read_bytes() for file in build(folder)} == first


def test_an_unreadable_cell_is_refused_with_its_place(rebuilt):
    with pytest.raises(DataFault) as caught:
        rebuilt(lambda cards: cards.replace("213.132", '"213,13x"'))
    said = {"file": "cards.csv", "line": "14", "column": "printed", "text": "213,13x"}
    assert caught.value.finding.values == said


def test_frictionless_validates_the_data_package():
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=DATA, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["valid"], report["errors"] or [task["errors"] for task in report["tasks"]]
    assert report["stats"]["tasks"] == len(DATASETS)
    assert all(task["stats"]["rows"] > 0 for task in report["tasks"])


def test_every_bundled_dataset_keeps_its_promise(warehouse: Warehouse):
    assert not warehouse.faults


def test_a_missing_and_a_damaged_file_are_faults_and_the_rest_loads(rebuilt):
    folder: Path = rebuilt()
    (folder / "events.parquet").unlink()
    (folder / "notes.parquet").write_bytes(b"PAR1 no longer")
    faults = open_warehouse(folder).faults
    assert {name: fault.finding.key for name, fault in faults.items()} == {
        "events": "promise.file_missing",
        "notes": "promise.file_damaged",
    }


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (",final,", ",vast,", "promise.allowed"),
        ("2018,cards_made,208.204,final,", "2018,cards_made,-208.204,final,", "promise.minimum"),
        ("2018,cards_made", "2017,cards_made", "promise.key_twice"),
    ],
)
def test_a_broken_rule_is_a_fault_that_names_it(rebuilt, old: str, new: str, rule: str):
    fault = open_warehouse(rebuilt(lambda cards: cards.replace(old, new))).faults["cards"]
    assert fault.finding.key == rule
    assert fault.finding.values["file"] == "cards.parquet"
