"""The command line, as a user calls it."""

import json
import re
import subprocess
import sys
from dataclasses import replace

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from lkdash.cli import app
from lkdash.contracts import DATASETS
from lkdash.exports.catalogue import TABLES
from lkdash.exports.rows import ALL_PAPERS
from lkdash.texts import text
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
    assert run(app, ["export", "cards", "--format", kind, "--comma", "-o", str(out)]).exit_code == 0
    reader = {"csv": pd.read_csv, "json": pd.read_json, "parquet": pd.read_parquet}[kind]
    assert reader(out)["value"].sum() == pd.read_parquet(DATA / "cards.parquet")["value"].sum()


@pytest.mark.parametrize("name", ["cards", "actions", "changes", "sources"])
@pytest.mark.parametrize("comma", [True, False])
def test_a_dataset_says_of_itself_what_it_is_in_csv(tmp_path, name: str, comma: bool):
    out = tmp_path / f"{name}.csv"
    run(app, ["export", name, "-o", str(out), *(["--comma"] if comma else [])])
    read = pd.read_csv(out, sep="," if comma else ";", encoding="utf-8-sig", dtype=str)
    own = list(pd.read_parquet(DATA / f"{name}.parquet").columns)
    added = list(read.columns)[len(own) : -len(ALL_PAPERS)]
    said = read.set_axis([*own, *added, *ALL_PAPERS], axis=1)[list(ALL_PAPERS)].drop_duplicates()
    assert list(read.columns)[: len(own)] == own
    assert len(said) == 1
    assert said["title"].item() == f"{text(f'dataset_title.{name}', 'nl')} (dataset {name})"
    assert re.search(r"\d{4}", said["version"].item())
    if name == "cards":
        assert "vraag nr. 90" in said["sources"].item()
        assert "[e]: schatting" in said["legend"].item()


def test_the_codes_of_a_dataset_are_also_in_words_of_the_file_and_actions_have_ids_and_marks():
    records = json.loads(run(app, ["export", "cards", "--format", "json"]).stdout)
    (card,) = [record for record in records if record["figure_id"] == "LK-2020-BIB"]
    assert (card["status"], card["status_nl"], card["mark"]) == ("estimate", "schatting", "[e]")
    assert (card["bias_nl"], card["unit_nl"]) == ("wellicht hoger", "kaarten")
    assert (card["period_kind_nl"], card["measure_nl"]) == ("kalenderjaar", "Afgehaald in de bibliotheek")
    told = json.loads(run(app, ["export", "actions", "--format", "json", "--lang", "en"]).stdout)
    by_id = {action["figure_id"]: action for action in told}
    fair, launch = by_id["ACT-SID-IN"], by_id["ACT-LAUNCH"]
    assert (fair["kind"], fair["kind_en"], fair["phase_en"]) == ("own", "own", "before the start")
    assert (fair["mark"], launch["mark"]) == ("[z]", None)
    assert fair["units"] == "period"
    assert "[z]: no figure" in fair["legend"]


@pytest.mark.parametrize("name", ["cards", "actions", "questions"])
def test_a_dataset_as_parquet_keeps_its_rows_and_types_and_carries_its_papers(tmp_path, name: str):
    out = tmp_path / f"{name}.parquet"
    run(app, ["export", name, "--format", "parquet", "-o", str(out)])
    written, bundled = pq.read_table(out), pq.read_table(DATA / f"{name}.parquet")
    assert written.schema.equals(bundled.schema)
    assert written.equals(bundled)
    papers = {key.decode(): json.loads(value) for key, value in written.schema.metadata.items()}
    assert papers["lkdash.title"].endswith(f" (dataset {name})")
    assert set(ALL_PAPERS) <= {key.removeprefix("lkdash.") for key in papers}


def test_a_dataset_can_be_exported_where_others_are_missing(rebuilt):
    folder = rebuilt()
    for name in ("changes", "sources"):
        (folder / f"{name}.parquet").unlink()
    done = run(app, ["export", "cards", "--data", str(folder), "--format", "json"])
    assert done.exit_code == 0
    first = json.loads(done.stdout)[0]
    assert (first["sources"], first["scope"]) == ("", "een gepubliceerd cijfer: een maat van een editie")
    assert first["version"]


def test_no_column_of_a_dataset_is_named_as_a_paper():
    assert not [name for name, one in DATASETS.items() for c in one.columns if c.name in ALL_PAPERS]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_whoever_reads_only_the_start_of_an_export_gets_no_complaint(kind: str):
    command = [sys.executable, "-m", "lkdash", "export", "cards", "--format", kind]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 0


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


def test_a_dry_run_says_what_would_be_imported_and_that_nothing_was(tmp_path):
    store = str(tmp_path / "store")
    said = run(app, ["import", str(EXPORTS / "ua_dutch.csv"), "--store", store, "--dry-run"]).stdout
    assert said.startswith(
        "ua_dutch.csv: zou ingevoerd worden als universal_analytics, 2 van 3 rijen; er is niets bewaard."
    )
    assert "nog niets" in run(app, ["imports", "list", "--store", store]).stdout


def test_the_list_of_imports_marks_examples(tmp_path):
    store, folder = str(tmp_path / "store"), tmp_path / "demo"
    run(app, ["demo", str(folder)])
    run(app, ["import", str(folder / "voorbeeld-meta.csv"), "--store", store])
    run(app, ["import", str(EXPORTS / "meta_dutch_daily.csv"), "--store", store])
    lines = run(app, ["imports", "list", "--store", store]).stdout.splitlines()
    assert [line.endswith("csv [voorbeeld]") for line in lines] == [False, True]


NARROW = """
import resource, sys
from lkdash.cli import app
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
app(sys.argv[2:])
"""


@pytest.mark.parametrize("where", ["store", "work"])
def test_an_import_that_finds_no_room_is_refused_with_a_sentence(tmp_path, where):
    """No file may grow beyond some bytes here, as on a full disk; the second is full before anything is read."""
    store, file = tmp_path / "store", EXPORTS / "ua_dutch.csv"
    if where == "work":
        file, content = tmp_path / "recoded.csv", file.read_text(encoding="utf-8")
        file.write_bytes(content.encode("utf-16"))
    asked = ["import", str(file), "--store", str(store), "--json"]
    code = [sys.executable, "-c", NARROW, "1000" if where == "store" else "10", *asked]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    (entry,) = json.loads(done.stdout)
    assert (entry["status"], [problem["rule"] for problem in entry["problems"]]) == ("refused", ["no_room"])
    assert "LKDASH_STORE" in entry["problems"][0]["message"]
    assert str(tmp_path) not in done.stdout
    assert "Traceback" not in done.stderr
    assert not [left for left in store.glob("**/*") if left.is_file()]


def test_a_folder_of_imports_that_cannot_be_made_or_written_is_said(tmp_path):
    (tmp_path / "afile").write_text("", encoding="utf-8")
    for store in (tmp_path / "afile", tmp_path / "afile" / "sub"):
        result = run(app, ["import", str(EXPORTS / "ua_dutch.csv"), "--store", str(store)])
        assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
        assert text("refusal.no_room", "nl") in result.output
    store = str(tmp_path / "store")
    run(app, ["import", str(EXPORTS / "ua_dutch.csv"), "--store", store])
    (tmp_path / "store" / "trash").write_text("", encoding="utf-8")
    (listed,) = json.loads(run(app, ["imports", "list", "--store", store, "--json"]).stdout)
    undone = run(app, ["imports", "undo", listed["import_id"], "--store", store])
    assert (undone.exit_code, undone.output.strip()) == (2, text("refusal.no_room", "nl"))


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
    gone = run(app, ["imports", "show", listed["import_id"], "--store", store])
    assert (gone.exit_code, "waarvan het id begint" in gone.output) == (2, True)


def test_a_dataset_is_also_a_workbook_and_csv_is_for_belgian_excel_unless_commas_are_asked(tmp_path):
    out = tmp_path / "cards.xlsx"
    assert run(app, ["export", "cards", "--format", "xlsx", "-o", str(out)]).exit_code == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Over dit bestand", "Rijen", "Opmerkingen", "Bronnen"]
    sheet = book["Rijen"]
    head = [cell.value for cell in sheet[1]]
    assert sheet.max_row == 31
    assert sum(cell.value or 0 for cell in sheet["E"][1:] if head[4] == "value") == pytest.approx(
        pd.read_parquet(DATA / "cards.parquet")["value"].sum()
    )
    plain = run(app, ["export", "cards"]).stdout_bytes
    assert plain.startswith(b"\xef\xbb\xbffigure_id;measure;")
    assert b";0,583;" in plain


def test_the_values_of_a_dataset_are_numbers_in_belgian_format_with_their_notes_and_sources(tmp_path):
    for name in ("cards", "website_visits", "reference_figures", "actions"):
        assert run(app, ["export", name, "-o", str(tmp_path / f"{name}.xlsx")]).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "cards.xlsx")
    shown = {row[0].value: (row[4].value, row[4].number_format) for row in book["Rijen"].iter_rows(min_row=2)}
    assert shown["LK-2017-AAN"][0] == 0.675
    assert shown["LK-2017-AAN"][1].startswith(r"[$-813]#,##0.00\ %")
    assert '" [e]"' in shown["LK-2020-BIB"][1]
    assert any("kalenderjaar" in str(row[1].value) for row in book["Opmerkingen"].iter_rows(min_row=2))
    assert "vraag nr. 90" in book["Bronnen"]["B2"].value
    visits = openpyxl.load_workbook(tmp_path / "website_visits.xlsx")["Rijen"]
    assert '"ongeveer "' in visits["E2"].number_format


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_dataset_of_figures_carries_the_notes_on_them(kind: str):
    done = run(app, ["export", "cards", "--format", kind]).stdout_bytes.decode("utf-8-sig")
    assert done.count("De Lerarenkaart loopt per kalenderjaar") == 30
    assert done.count("Bekende fout in de bron, LK-2017-AAN: Het gepubliceerde percentage") == 30
    assert "kalenderjaar, niet" not in run(app, ["export", "actions", "--format", kind]).stdout


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_estimate_that_is_not_shown_is_not_printed_either(kind: str):
    asked = ["export", "posted", "--format", kind]
    assert "81.803*" in run(app, asked).stdout
    hidden = run(app, [*asked, "--without-estimates"]).stdout
    assert "schatting niet getoond" in hidden
    assert "81.803" not in hidden


def test_a_sum_over_editions_says_how_it_was_computed():
    rows = json.loads(run(app, ["export", "totals", "--format", "json"]).stdout)["rows"]
    assert len(rows) == 12
    assert {row["formula"] for row in rows} == {
        "som over de edities",
        "som personeel met kaart ÷ som kaarten aangemaakt",
    }


def test_a_table_of_figures_is_exported_with_the_choice_in_words():
    done = run(app, ["export", "channels", "--editions", "2019,2020", "--relative", "--without-estimates"])
    lines = done.stdout_bytes.decode("utf-8-sig").splitlines()
    assert len(lines) == 11
    assert all("edities 2019-2020; zonder schattingen; aandeel" in line for line in lines[1:])
    assert any("schatting niet getoond" in line for line in lines)
    english = run(app, ["export", "posted", "--lang", "en", "--format", "json"])
    papers = json.loads(english.stdout)["papers"]
    assert (papers["title"], papers["lang"]) == ("The teacher card by edition", "en")


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (["kaarten"], "outcomes"),
        (["cards", "--format", "png", "-o", "x.png"], "'cards' bestaat niet als png. Kies uit: csv, xlsx"),
        (["totals", "--format", "png", "-o", "x.png"], "'totals' bestaat niet als png"),
        (["posted", "--format", "xlsx"], "-o"),
        (["posted", "--editions", "1999"], "Kies uit: 2017, 2018"),
        (["reach", "-o", "bereik.csv"], "voorbeeld"),
        (["cards", "--editions", "2019"], "Aan 'cards' verandert --editions niets. Laat dat weg."),
        (["website_visits", "--editions", "2020"], "Aan 'website_visits' verandert --editions niets"),
        (["totals", "--editions", "2019,2020"], "Aan 'totals' verandert --editions niets"),
        (["coverage", "--relative"], "Aan 'coverage' verandert --relative niets"),
        (["outcomes", "--relative", "--without-estimates"], "--relative en --without-estimates niets"),
        (["posted", "-o", "nergens/x.csv"], "x.csv kan niet geschreven worden"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(order, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(app, ["export", *order])
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.rglob("*.*"))


@pytest.mark.parametrize(
    ("order", "code", "said"),
    [
        (
            ["answer", "--known", "lerarenkaart", "-o", "nergens/x.docx"],
            2,
            "x.docx kan niet geschreven worden",
        ),
        (["answer", "--known", "lerarenkaart", "-o", "x.doc"], 2, "eindigen op een van deze: docx, odt, pdf"),
        (
            ["answer", "--known", "lerarenkaart", "-o", "x.pdf", "--format", "docx"],
            2,
            "x.pdf is volgens zijn naam",
        ),
        (["export", "cards", "-o", "x.xlsx", "--format", "csv"], 2, "x.xlsx is volgens zijn naam geen csv"),
        (["answer", "vraag.txt", "-o", "x.docx"], 2, "vraag.txt kan niet worden gelezen of bevat geen vraag"),
        (["verify", "nergens.zip"], 2, "nergens.zip kan niet worden gelezen. Geef een bewijspakket"),
    ],
)
def test_what_cannot_be_answered_or_proven_is_one_sentence(order, code, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(app, order)
    assert (done.exit_code, done.exception.__class__) == (code, SystemExit)
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.rglob("*.*"))


def test_an_answer_with_a_made_up_figure_is_one_sentence_and_no_file(tmp_path, monkeypatch):
    shown = TABLES["posted"]

    def made_up(warehouse, choice):
        table = shown.table(warehouse, choice)
        return replace(table, rows=table.rows.assign(status="demo"))

    monkeypatch.setitem(TABLES, "posted", replace(shown, table=made_up))
    done = run(app, ["answer", "--known", "lerarenkaart", "-o", str(tmp_path / "x.docx")])
    assert done.exit_code == 2
    assert "voorbeeld" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.glob("*x.docx*"))


@pytest.mark.parametrize(("name", "start"), [("x.html", b"<!doctype"), ("x.odt", b"PK"), ("x.PDF", b"%PDF")])
def test_an_answer_is_the_kind_of_file_that_its_name_ends_in(tmp_path, name: str, start: bytes):
    (tmp_path / "vraag.txt").write_text("Hoe lang is de Schelde?", encoding="utf-8")
    done = run(app, ["answer", str(tmp_path / "vraag.txt"), "-o", str(tmp_path / name)])
    assert done.exit_code == 0
    assert done.stdout == f"{name} geschreven; deelvragen: 1.\n"
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("above", "subject"),
    [
        ("Lerarenkaart - Evolutie en campagne\n\n", "Lerarenkaart - Evolutie en campagne"),
        ("", "Schriftelijke vraag"),
    ],
)
def test_an_answer_has_the_subject_that_its_question_gives_itself(tmp_path, above: str, subject: str):
    (tmp_path / "vraag.txt").write_text(f"{above}1. Hoe lang is de Schelde?\n2. Waarom?", encoding="utf-8")
    assert run(app, ["answer", str(tmp_path / "vraag.txt"), "-o", str(tmp_path / "x.html")]).exit_code == 0
    title = re.search("<h1[^>]*>(.*?)</h1>", (tmp_path / "x.html").read_text(encoding="utf-8"), re.DOTALL)
    assert title is not None
    assert subject in title[1]


def test_the_text_above_gives_sub_questions_without_a_subject_theirs(tmp_path):
    asked = "1. Hoeveel werden er gemaakt per jaar?\n2. Hoeveel leerlingen nemen de schoolbus?"
    for above, unanswered in (("Lerarenkaart\n\n", ["Vraag 2"]), ("Leerlingen\n\n", ["Vraag 1", "Vraag 2"])):
        (tmp_path / "vraag.txt").write_text(above + asked, encoding="utf-8")
        done = run(app, ["answer", str(tmp_path / "vraag.txt"), "-o", str(tmp_path / "x.html")])
        assert [line.split(":")[0] for line in done.stderr.splitlines() if "past" in line] == unanswered
        assert ("213.132" in (tmp_path / "x.html").read_text(encoding="utf-8")) == (len(unanswered) == 1)


def test_a_dataset_is_the_kind_of_file_that_its_name_ends_in(tmp_path):
    assert run(app, ["export", "cards", "-o", str(tmp_path / "cards.parquet")]).exit_code == 0
    assert len(pd.read_parquet(tmp_path / "cards.parquet")) == 30


def test_examples_are_exported_under_a_name_that_says_so_and_not_at_all_where_forbidden(
    tmp_path, monkeypatch
):
    out = tmp_path / "bereik-voorbeeld.csv"
    assert run(app, ["export", "reach", "-o", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8").count("[voorbeeld]") > 20
    monkeypatch.setenv("LKDASH_DEMO", "0")
    done = run(app, ["export", "outcomes"])
    assert done.exit_code == 2
    assert "nog niets ingevoerd" in done.stderr


def test_what_was_imported_is_exported_once_and_the_newest_of_two(tmp_path):
    store = str(tmp_path / "store")
    for impressions in (100, 200):
        file = tmp_path / f"{impressions}.csv"
        file.write_text(f"Day,Campaign,Campaign type,Impr.\n2019-05-01,A,Search,{impressions}\n")
        assert run(app, ["import", str(file), "--store", store]).exit_code == 0
    said = json.loads(run(app, ["export", "outcomes", "--format", "json", "--store", store]).stdout)
    assert [(row["metric"], row["value"], row["file"]) for row in said["rows"]] == [
        ("impressions", 200.0, "200.csv")
    ]
    assert len(said["papers"]["sources"]) == 2
    assert "nieuwste" in said["papers"]["notes"][0]
    lines = run(app, ["export", "outcomes", "--store", store]).stdout_bytes.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("eerste dag;laatste dag;platform;netwerk;")
    assert lines[1].startswith("2019-05-01;2019-05-01;google_ads;search;")
