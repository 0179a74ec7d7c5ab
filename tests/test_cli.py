"""The command line, as a user calls it."""

import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from lkdash.cli import app
from tests.conftest import DATA, ROOT

EXPORTS = ROOT / "tests" / "fixtures" / "exports"

run = CliRunner().invoke


def test_check_is_silent_but_for_one_line_and_exits_0():
    done = run(app, ["check"])
    assert done.exit_code == 0
    assert done.stdout.startswith("Alle ")
    assert run(app, ["check", "--lang", "en"]).stdout.startswith("All ")


def test_check_exits_1_with_a_sentence_a_finding(rebuilt):
    folder = rebuilt(lambda cards: cards.replace("2019,share_with_card,65%", "2019,share_with_card,66%"))
    done = run(app, ["check", "--data", str(folder)])
    assert done.exit_code == 1
    assert done.stdout.strip().splitlines() == [
        "LK-2019-AAN: het gepubliceerde aandeel wijkt 1.01 procentpunt af van het herrekende."
    ]


def test_check_takes_the_folder_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("LKDASH_DATA", str(tmp_path))
    done = run(app, ["check"])
    assert done.exit_code == 1
    assert "cards.parquet ontbreekt" in done.stdout


def test_build_refuses_a_bad_source_with_a_sentence(rebuilt):
    folder = rebuilt()
    (folder / "source" / "notes.toml").write_text("[oeps", encoding="utf-8")
    done = run(app, ["build", "--data", str(folder)])
    assert done.exit_code == 1
    assert "notes.toml" in done.stderr
    assert str(folder) not in done.stderr


def test_export_json_is_a_list_of_records():
    records = json.loads(run(app, ["export", "cards", "--format", "json"]).stdout)
    by_id = {record["figure_id"]: record for record in records}
    assert len(records) == 30
    assert by_id["LK-2020-BIB"]["value"] == 81803
    assert by_id["LK-2020-BIB"]["bias"] == "probably_higher"
    assert by_id["LK-2021-BIB"]["value"] is None
    assert by_id["LK-2021-GEM"]["bias"] is None


def test_a_date_in_json_is_a_date_and_a_missing_one_is_null():
    actions = json.loads(run(app, ["export", "actions", "--format", "json"]).stdout)
    starts = {action["action_id"]: action["starts"] for action in actions}
    assert (starts["launch"], starts["website"]) == ("2019-04-23", None)


@pytest.mark.parametrize("kind", ["csv", "json", "parquet"])
def test_export_writes_the_same_figures_in_each_format(tmp_path, kind: str):
    out = tmp_path / f"cards.{kind}"
    assert run(app, ["export", "cards", "--format", kind, "-o", str(out)]).exit_code == 0
    reader = {"csv": pd.read_csv, "json": pd.read_json, "parquet": pd.read_parquet}[kind]
    assert reader(out)["value"].sum() == pd.read_parquet(DATA / "cards.parquet")["value"].sum()


def test_an_unknown_dataset_is_refused_with_the_names():
    done = run(app, ["export", "kaarten"])
    assert done.exit_code == 2
    assert "cards" in done.stderr


def test_import_prints_an_entry_a_file_and_exits_2_when_one_is_refused(tmp_path):
    good, bad = EXPORTS / "meta_dutch_daily.csv", tmp_path / "image.csv"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    store = str(tmp_path / "store")
    result = run(app, ["import", str(good), str(bad), "--store", store, "--json"])
    assert result.exit_code == 2
    first, second = json.loads(result.stdout)
    assert (first["status"], first["layout"], first["totals"]["cost"]) == ("imported", "meta_ads", 45.67)
    assert (second["status"], second["problems"][0]["message"][:18]) == ("refused", "Dit is een afbeeld")
    again = run(app, ["import", str(good), "--store", store, "--json"])
    assert again.exit_code == 0
    assert json.loads(again.stdout)[0]["status"] == "unchanged"


def test_imports_are_listed_shown_and_undone(tmp_path):
    store = str(tmp_path / "store")
    assert "nog niets" in run(app, ["imports", "list", "--store", store]).stdout
    run(app, ["import", str(EXPORTS / "ua_dutch.csv"), "--store", store])
    (listed,) = json.loads(run(app, ["imports", "list", "--store", store, "--json"]).stdout)
    assert listed["totals"]["sessions"] == 2592
    shown = json.loads(run(app, ["imports", "show", listed["import_id"][:8], "--store", store]).stdout)
    assert shown == listed
    assert (
        "ua_dutch.csv is ongedaan"
        in run(app, ["imports", "undo", listed["import_id"], "--store", store]).stdout
    )
    assert run(app, ["imports", "show", listed["import_id"], "--store", store]).exit_code == 2
