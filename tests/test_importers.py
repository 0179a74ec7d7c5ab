"""Every layout and language against a file of its real shape, and everything that must be refused."""

import csv
import hashlib
import io
import random
import re
import tomllib
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook, load_workbook

from lkdash import measures
from lkdash.contracts import Choice, Receipt, Refusal
from lkdash.contracts.outcome import COUNTS
from lkdash.db import QueryError, is_full, open_warehouse, query_text, scratch
from lkdash.importers import receive, template_csv, template_xlsx
from lkdash.importers.layout import layouts, plain
from lkdash.importers.recognise import recognise
from lkdash.importers.records import is_formula
from lkdash.importers.survey_name import survey_name
from lkdash.importers.survey_personal import is_personal
from lkdash.importers.survey_words import words
from lkdash.importers.template import EARLIER, HEADER, SERIES
from lkdash.measures import file_totals
from lkdash.measures.imported_ids import parsed
from lkdash.store import Store
from lkdash.texts import sentence, text
from lkdash.ui.preview import first_rows, recognised
from tests.conftest import DATA, ROOT

EXPORTS = ROOT / "tests" / "fixtures" / "exports"
CASES = tomllib.loads((EXPORTS / "expected.toml").read_text(encoding="utf-8"))


def imported(tmp_path: Path, content: str | bytes, name: str = "export.csv", **how) -> Receipt:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return receive(file, Store(tmp_path / "store"), **how)


def reasons(receipt: Receipt) -> list[str]:
    assert receipt.status == "refused"
    assert all(sentence(problem, "nl") and sentence(problem, "en") for problem in receipt.problems)
    return [problem.key.removeprefix("refusal.") for problem in receipt.problems]


@pytest.mark.parametrize("name", CASES)
def test_an_export_is_recognised_and_read(tmp_path: Path, name: str):
    receipt = receive(EXPORTS / name, Store(tmp_path))
    case = CASES[name]
    assert receipt.status == "imported", receipt.problems
    assert receipt.layout == case["layout"]
    assert (receipt.rows_read, receipt.rows_kept) == (case["read"], case["kept"])
    assert receipt.rows_dropped == case["dropped"]
    period = receipt.period and [receipt.period["start"], receipt.period["end"]]
    assert period == case.get("period")
    for metric, total in case["totals"].items():
        assert receipt.totals[metric] == (total if isinstance(total, dict) else pytest.approx(total)), metric


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("B,1,1,1.50,USD\0", "no_text"),
        ("B\0,1,1,1.50,USD", "no_text"),
        ("B,1,1,1.50,Euro", "bad_currency"),
        ("B,1,1,1.50,12", "bad_currency"),
        ("B,1\0,1,1.50,USD", "bad_number"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_name_or_currency_that_is_none_is_refused_wherever_it_stands(
    tmp_path: Path, row: str, reason: str, encoding: str
):
    rows = "".join(f"Campagne met een lange naam {at},10,5,1.50,EUR\n" for at in range(120))
    receipt = imported(tmp_path, f"{GOOGLE}{rows}{row}\n".encode(encoding))
    assert reasons(receipt) == [reason]
    assert receipt.problems[0].values["line"] == "122"
    assert not Store(tmp_path / "store").papers()


def test_a_currency_is_a_code_a_sign_or_not_named(tmp_path: Path):
    rows = "A,10,5,1.50,€\nB,10,5,1.50,eur\nC,10,5,2.00,--\nTotal: x,30,15,5.00,meerdere\n"
    assert imported(tmp_path, GOOGLE + rows).totals["cost"] == {"EUR": 3, "?": 2}


@pytest.mark.parametrize(
    ("name", "line"), [("template_filled.csv", 2), ("limesurvey_codes.csv", 2), ("qualtrics.csv", 4)]
)
@pytest.mark.parametrize("more", [0, 100])
def test_a_survey_or_template_with_what_is_no_text_is_refused(
    tmp_path: Path, name: str, line: int, more: int
):
    head, rows = (lines := (EXPORTS / name).read_bytes().splitlines(keepends=True))[:line], lines[line:]
    rows = [*rows * (1 + more), rows[0].replace(b"e", b"e\0", 1)]
    receipt = imported(tmp_path, b"\xef\xbb\xbf" + b"".join([*head, *rows]))
    assert reasons(receipt) == ["no_text_line"]
    assert receipt.problems[0].values["line"] == str(line + len(rows))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["layout"] in layouts()])
def test_a_row_of_figures_above_the_header_is_refused_and_not_left_out(tmp_path: Path, name: str):
    file = EXPORTS / name
    if file.suffix == ".xlsx":
        book = load_workbook(file)
        rows = list(book.active.values)
        at = next(at for at, row in enumerate(rows) if all(row[:3]))
        for column, cell in enumerate(rows[at + 1], start=1):
            book.active.cell(1, column, cell)
        book.save(moved := tmp_path / name)
    else:
        moved = tmp_path / name
        moved.write_bytes(_with_its_last_row_on_top(file.read_bytes()))
    receipt = receive(moved, Store(tmp_path / "store"))
    assert (reasons(receipt), receipt.layout) == (["row_above"], CASES[name]["layout"])
    assert receipt.problems[0].values["line"] == "1"


def _with_its_last_row_on_top(content: bytes) -> bytes:
    encoding = "utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig"
    lines = content.decode(encoding).splitlines(keepends=True)
    whole = [line for line in lines if not line.lower().startswith(("total", "totaal", "grand total"))]
    cells = [len(next(csv.reader([line], delimiter="\t" if "\t" in line else ","), [])) for line in whole]
    last = max(range(len(whole)), key=lambda at: (cells[at], at))
    return "".join([whole[last].rstrip("\r\n") + "\n", *lines]).encode(encoding)


@pytest.mark.parametrize(
    "above",
    [
        "Oct 3, 2026 - Oct 16, 2026",  # not quoted: three cells
        "May 1 - May 31, 2026,",
        '"3 mei 2019 - 5 mei 2019",,',
        "2019-05-03,2019-05-05,",
        "Rapport,zoeken,display",
        "# 2026, 12, 13",
        "Account,Sessies,Doelen\nKlasse,12,13\n",  # another table
        "Titel,12",
    ],
)
def test_titles_and_periods_above_a_header_are_no_rows(tmp_path: Path, above: str):
    receipt = imported(tmp_path, f"{above}\nCampaign,Impr.,Clicks\nA,100,5\n")
    assert (receipt.status, receipt.totals) == ("imported", {"impressions": 100, "clicks": 5})


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("Date,Session campaign,Sessions,Total users,Key events", "en"),
        ("Date,Session source / medium,Sessions,Conversions", "en"),
        ("Session source / medium,Sessions", "en"),
        ("Date,Sessions,Active users", "en"),
        ("Datum,Sessiecampagne,Sessies,Totaal aantal gebruikers,Belangrijke gebeurtenissen", "nl"),
        ("Sessiebron/-medium,Sessies", "nl"),
        ("Datum,Sessies,Actieve gebruikers", "nl"),
    ],
)
def test_analytics_4_is_known_by_any_column_that_is_its_alone(tmp_path: Path, header: str, lang: str):
    """A report is made of the columns that its maker chose: engaged sessions need not be among them."""
    days, counts = dict.fromkeys(("Date", "Datum"), "20260501"), dict.fromkeys(("Sessions", "Sessies"), "7")
    cells = [(days | counts).get(name, "5") for name in header.split(",")]
    receipt = imported(tmp_path, f"{ACCOUNT}\n{header}\n{','.join(cells)}\n")
    assert (receipt.status, receipt.layout, receipt.totals["sessions"]) == ("imported", "ga4", 7)
    (papers,) = Store(tmp_path / "store").papers()
    assert papers.language == lang


def test_what_is_said_to_be_of_one_layout_alone_is_so():
    for layout in layouts().values():
        printed = {plain(name) for names in layout.columns.values() for name in names}
        assert {plain(name) for name in layout.own} <= printed
        for other in layouts().values():
            if other != layout:
                assert not any(role for lang in other.columns for role in other.roles([*layout.own], lang))
    site = "Date,Sessions,Users\n20260501,7,5\n"  # of any website, of which the makers are not told
    assert recognise_reasons(site) == ["nearest_layout"]


def recognise_reasons(content: str) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        recognise(content.splitlines(keepends=True))
    return [finding.key.removeprefix("refusal.") for finding in refusal.value.findings]


def test_what_does_not_fit_on_disk_is_told_from_what_cannot_be_read(tmp_path: Path):
    with closing(scratch(tmp_path)) as con:
        con.execute("set memory_limit = '40MB'; set max_temp_directory_size = '1MB'")
        with pytest.raises(QueryError) as error:
            con.execute(
                "create table t as select md5(i::varchar) as a, i from range(2_000_000) x(i) order by a"
            )
        assert is_full(error.value)
        with pytest.raises(QueryError) as error:
            con.execute("from nowhere")
        assert not is_full(error.value)


def test_every_layout_and_fixture_has_its_case():
    assert {case["layout"] for case in CASES.values()} == {*layouts(), "limesurvey", "qualtrics", "template"}
    files = {file.name for file in EXPORTS.iterdir()} - {"expected.toml"}
    assert files == set(CASES)


def test_every_layout_is_read_in_each_of_its_languages(tmp_path: Path):
    store = Store(tmp_path)
    for name in CASES:
        receive(EXPORTS / name, store)
    read = {(papers.layout, papers.language) for papers in store.papers()}
    assert read >= {(layout.name, lang) for layout in layouts().values() for lang in layout.columns}


SURVEY = "id,submitdate,lastpage,startlanguage"
GOOGLE = "Campaign,Impr.,Clicks,Cost,Currency code\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        ("  \n \n", "empty"),
        ("naam,leeftijd\nAn,30\n", "unknown_layout"),
        ("zomaar wat tekst zonder kolommen\n", "no_columns"),
        (
            "Start rapportage,Einde rapportage,Campagnenaam,Bereik,Vertoningen\n2019-05-01,2019-05-31,A,5,10\n",
            "nearest_layout",
        ),
        (GOOGLE, "no_rows"),
        (GOOGLE + "Total: Account,5,1,0.50,EUR\n", "no_rows"),
        ("No data available", "no_rows"),
        (GOOGLE + "A,12,5,1.50,EUR\nB,13,4\n", "damaged_row"),
        (GOOGLE + 'A,12,5,1.50,EUR\n"B,13,4,2.50,EUR\n', "damaged_row"),
        (GOOGLE + "A,1.234,5,3,EUR\n", "undecidable_number"),
        (GOOGLE + 'A,12,5,"1,50",EUR\nB,13,4,2.50,EUR\n', "both_signs"),
        (GOOGLE + "A,twaalf,5,1.50,EUR\n", "bad_number"),
        (GOOGLE + "A,12,-5,1.50,EUR\n", "bad_number"),
        (GOOGLE + "A,12.5,5,1.50,EUR\n", "bad_number"),
        (GOOGLE + "A,1e5,5,1.50,EUR\n", "bad_number"),
        (GOOGLE + "A,nan,5,1.50,EUR\n", "bad_number"),
        (GOOGLE + "=HYPERLINK(1),12,5,1.50,EUR\n", "formula_cell"),
        (GOOGLE + "A,=1+1,5,1.50,EUR\n", "formula_cell"),
        (GOOGLE + "+cmd|calc,12,5,1.50,EUR\n", "formula_cell"),
        (GOOGLE + "A,12,5,1.50,@SUM(A1)\n", "formula_cell"),
        ("Campaign,Campaign type,Impr.,Clicks\nA,=SOM(A1),12,5\n", "formula_cell"),
        ("id,submitdate,lastpage,startlanguage,groep,Q1\n1,2019-11-01,3,nl,=1+1,5\n", "formula_cell"),
        ("id;submitdate;lastpage;startlanguage;groep;Q1\n1;2019-11-01;3;nl;stad;tevr", "cut_off"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019;=1+1;x;y\n", "formula_cell"),
        ("Day,Campaign,Impr.,Clicks\n03/04/2019,A,12,5\n", "ambiguous_date"),
        ("Day,Campaign,Impr.,Clicks\n2019-02-30,A,12,5\n", "bad_date"),
        ("Dag,Campagne,Vertoningen,Klikken,Aantal klikken\n2019-05-01,A,12,5,5\n", "two_columns"),
        (
            "Start rapportage,Einde rapportage,Campagnenaam,Vertoningen,Besteed bedrag (EUR),Besteed bedrag (USD)\n"
            "2019-05-01,2019-05-31,A,5,1.50,1.70\n",
            "two_currencies",
        ),
        (
            "Reporting starts,Reporting ends,Campaign name,Impressions,Amount spent (EUR),Amount spent\n"
            "2019-05-01,2019-05-31,A,5,1.50,1.50\n",
            "two_columns",
        ),
        ("reeks;periode;aantal;wat is geteld;bron\nkoffie;2019;5;x;y\n", "bad_series"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;ooit;5;x;y\n", "bad_period"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019-2021;5;x;y\n", "bad_period"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019-13;5;x;y\n", "bad_period"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019-02-30;5;x;y\n", "bad_period"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019-05-01 - 05-31;5;x;y\n", "bad_period"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019-06/2019-05;5;x;y\n", "ends_before_start"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019;;x;y\n", "empty_cell"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets; ;5;x;y\n", "empty_cell"),
        ("reeks;periode;aantal;wat is geteld;bron\n;2019;5;x;y\n", "empty_cell"),
        ("Day,Campaign,Impr.,Clicks\n,A,12,5\n", "empty_cell"),
        ("Day,Campaign,Impr.,Clicks\n,A,12,5\n,B,1,1\n,C,1,1\n,D,1,1\n", "empty_cell_more"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019;1,5;x;y\n", "bad_number"),
        ("reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019;5;x;\n", "no_source"),
        (
            "reeks;periode;aantal;wat is geteld;bron\ninstaptoets;2019;5;x;y\nInstaptoets;2019;6;x;y\n",
            "repeated_count",
        ),
    ],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_stored(tmp_path: Path, content: str, reason: str):
    receipt = imported(tmp_path, content)
    assert reasons(receipt)[0] == reason
    assert not Store(tmp_path / "store").files()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"BM\x36\x00\x00\x00", "image"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"%PDF-1.7 ...", "no_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old_excel"),
        (b"PK\x03\x04 cut off", "truncated_sheet"),
        ("Campagne,Vertoningen,Klikken\nCafé,12,5\n".encode("latin-1"), "encoding"),
        ("Campagne,Vertoningen,Klikken\nA,12,5\n".encode("utf-16")[:-1], "cut_off_text"),
        ("Campagne,Vertoningen,Klikken\nA,12,\U0001f600".encode("utf-16")[:-2], "cut_off_text"),
        (b"\xff\xfeA\x00\x00\xdcB\x00\n\x00", "encoding"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "compressed"),
        (b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic", "image"),
        (b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1", "image"),
        ("Campagne,Vertoningen,Klikken\nA,12,5\n".encode("utf-16-le"), "encoding"),
    ],
)
def test_what_is_no_readable_table_is_refused_by_what_it_is(tmp_path: Path, content: bytes, reason: str):
    assert reasons(imported(tmp_path, content)) == [reason]


def test_a_zip_and_a_sheet_with_a_formula_are_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", GOOGLE)
    assert reasons(receive(tmp_path / "a.zip", Store(tmp_path / "store"))) == ["zip"]
    book = Workbook()
    book.active.append(["Campagne", "Vertoningen", "Klikken"])
    book.active.append(["A", 10, "=5+1"])
    book.save(tmp_path / "formula.xlsx")
    receipt = receive(tmp_path / "formula.xlsx", Store(tmp_path / "store"))
    assert reasons(receipt) == ["formula"]
    assert receipt.problems[0].values == {"line": "2", "column": "C"}


def test_a_workbook_needs_no_ending_in_its_name(tmp_path: Path):
    """The page saves what it receives as `0`, `1`, …"""
    received = tmp_path / "0"
    received.write_bytes((EXPORTS / "google_sheet_nl.xlsx").read_bytes())
    receipt = receive(received, Store(tmp_path / "store"), name="google_sheet_nl.xlsx")
    assert receipt.status == "imported", receipt.problems
    book = load_workbook(io.BytesIO(template_xlsx()))
    book.active.append(
        ["inschrijvingen", "2019-2020", 23500, "inschrijvingen in zes trajecten", "Departement"]
    )
    book.save(received)
    assert receive(received, Store(tmp_path / "store")).totals == {"enrolments": 23500}
    book.active.append(
        ["inschrijvingen", "2020-2021", "=1+1", "inschrijvingen in zes trajecten", "Departement"]
    )
    book.save(received)
    receipt = receive(received, Store(tmp_path / "store"))
    assert [problem.key for problem in receipt.problems] == ["refusal.formula"]
    assert receipt.problems[0].values == {"line": "3", "column": "C"}


def test_a_workbook_with_an_empty_first_sheet_is_told_so(tmp_path: Path):
    book = Workbook()
    book.save(tmp_path / "empty.xlsx")
    assert reasons(receive(tmp_path / "empty.xlsx", Store(tmp_path / "store"))) == ["empty"]
    book.create_sheet("leeg")
    second = book.create_sheet("cijfers")
    for row in (["Campagne", "Vertoningen", "Klikken"], ["A", 10, 1]):
        second.append(row)
    book.save(tmp_path / "second.xlsx")
    receipt = receive(tmp_path / "second.xlsx", Store(tmp_path / "store"))
    assert reasons(receipt) == ["first_sheet_empty"]
    assert receipt.problems[0].values == {"sheet": "cijfers"}


def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path):
    whole, chance = (EXPORTS / "google_sheet_nl.xlsx").read_bytes(), random.Random(1)
    for at in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        receipt = imported(tmp_path, bytes(damaged), name=str(at), dry_run=True)
        assert receipt.status == "imported" or receipt.problems


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch):
    file = tmp_path / "huge.csv"
    with file.open("wb") as opened:
        opened.truncate(2_000_000_000)  # a sparse file: it takes no room
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("it was read"))
    assert reasons(receive(file, Store(tmp_path / "store"))) == ["too_large"]


def test_what_is_no_file_is_refused(tmp_path: Path):
    assert reasons(receive(tmp_path / "absent.csv", Store(tmp_path / "store"))) == ["no_such_file"]
    assert reasons(receive(tmp_path, Store(tmp_path / "store"))) == ["folder"]
    (tmp_path / "file").write_text("")
    assert reasons(receive(tmp_path / "file" / "a.csv", Store(tmp_path / "store"))) == ["no_such_file"]
    assert reasons(receive(tmp_path / ("x" * 300), Store(tmp_path / "store"))) == ["no_file"]


def test_a_bad_cell_is_named_by_line_and_column(tmp_path: Path):
    receipt = imported(tmp_path, "Rapport\nAlle\n" + GOOGLE + "A,12,5,1.50,EUR\nB,13,vier,2.50,EUR\n")
    assert receipt.problems[0].values == {"line": "5", "column": "Clicks", "cell": "vier", "more": "0"}


def test_a_missing_column_is_named_as_the_platform_prints_it(tmp_path: Path):
    content = (
        "Start rapportage,Einde rapportage,Campagnenaam,Bereik,Vertoningen\n2019-05-01,2019-05-31,A,5,10\n"
    )
    words = sentence(imported(tmp_path, content).problems[0], "nl")
    assert words.startswith("Dit lijkt op een export van Meta Ads")
    assert "'Besteed bedrag (EUR)'" in words


def test_the_nearest_layout_is_named_for_one_known_column_too(tmp_path: Path):
    receipt = imported(tmp_path, "Rapport, van mei\nDatum,Kanaal,Vertoningen\n2019-05-01,zoeken,10\n")
    assert reasons(receipt) == ["nearest_by_one"]
    assert receipt.problems[0].values == {
        "title": "Google Ads",
        "columns": "'Campagne / Advertentiegroep / Zoekwoord / Advertentienaam'",
        "line": "2",
        "found": "'Datum', 'Kanaal', 'Vertoningen'",
    }
    unneeded = imported(tmp_path, "leeftijd,Status\n30,ja\n")
    assert reasons(unneeded) == ["unknown_layout"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("naam;leeftijd\nAn;30,5\n", "'naam', 'leeftijd'"),
        ("1,5;2,5;3,5\nnaam;leeftijd;stad\n", "'naam', 'leeftijd', 'stad'"),
        (",".join(f"k{at}" for at in range(9)), ", ".join(f"'k{at}'" for at in range(8)) + " …"),
    ],
)
def test_columns_that_are_all_unknown_are_named(tmp_path: Path, content: str, found: str):
    receipt = imported(tmp_path, content)
    assert reasons(receipt) == ["unknown_layout"]
    assert receipt.problems[0].values == {"found": found}


def test_an_amount_in_another_currency_is_never_added_to_euros(tmp_path: Path):
    receipt = imported(tmp_path, GOOGLE + "A,12,5,1.50,EUR\nB,13,4,2.50,USD\n")
    assert receipt.totals["cost"] == {"EUR": 1.5, "USD": 2.5}


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # two currencies of one campaign: its impressions are one row
        (
            GOOGLE + "A,12,5,1.50,EUR\nA,13,4,2.50,USD\n",
            [("clicks", None, 9), ("cost", "EUR", 1.5), ("cost", "USD", 2.5), ("impressions", None, 25)],
        ),
        # two goals: their conversions are one row
        (
            "Source / Medium,Sessions,Bounce Rate,Lid (Goal 1 Completions),Brief (Goal 2 Completions)\n"
            "a,10,5.25%,3,2\n",
            [("conversions", None, 5), ("sessions", None, 10)],
        ),
    ],
)
def test_a_metric_of_one_campaign_is_one_row(tmp_path: Path, content: str, rows: list[tuple]):
    assert imported(tmp_path, content).status == "imported"
    stored = pq.read_table(*Store(tmp_path / "store").files()).to_pylist()
    assert sorted((row["metric"], row["currency"], row["value"]) for row in stored) == rows


def test_missing_values_are_no_zeros(tmp_path: Path):
    receipt = imported(tmp_path, GOOGLE + "A,12, --,1.50,EUR\nB,13,-,2.50,EUR\n")
    assert "clicks" not in receipt.totals


@pytest.mark.parametrize("more", [',"Nog een vraag?"', ""])
def test_a_line_of_questions_that_is_no_match_for_the_header_is_damage(tmp_path: Path, more: str):
    lines = (EXPORTS / "qualtrics.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    lines[1] = lines[1].rstrip() + more + "\n" if more else lines[1].rsplit(",", 1)[0] + "\n"
    receipt = imported(tmp_path, "".join(lines).encode())
    assert (reasons(receipt), receipt.layout) == (["damaged_row"], "qualtrics")


def test_personal_columns_are_dropped_and_personal_text_is_refused(tmp_path: Path):
    receipt = receive(EXPORTS / "qualtrics.csv", Store(tmp_path / "one"))
    dropped = next(p for p in receipt.problems if p.key == "import_note.personal_dropped")
    assert "'RecipientEmail'" in dropped.values["columns"]
    (file,) = Store(tmp_path / "one").files()
    for secret in (b"an@x.be", b"Peeters", b"1.2.3.4"):
        assert secret not in file.read_bytes()
    head = '"id","submitdate","lastpage","startlanguage","Q1"\n'
    for answer in ("mail mij op jan@voorbeeld.be", "mijn nummer is 85.07.30-033.28"):
        content = f'{head}"1","2019-11-01 10:00:00","3","nl","{answer}"\n'
        assert reasons(imported(tmp_path, content)) == ["personal_text"]


def test_a_layout_can_be_asked_for_and_must_exist(tmp_path: Path):
    assert reasons(imported(tmp_path, GOOGLE + "A,1,1,1.5,EUR\n", only="meta_ads")) == ["other_layout"]
    assert reasons(imported(tmp_path, GOOGLE, only="no_layout")) == ["no_such_layout"]
    assert imported(tmp_path, GOOGLE + "A,1,1,1.5,EUR\n", only="google_ads").status == "imported"


@pytest.mark.parametrize("none", ["geen mening", "Weet niet", "N/A"])
@pytest.mark.parametrize("answers", [("tevreden", "ontevreden"), ("5", "1")])
def test_who_gives_no_judgement_is_not_counted_and_that_is_said(
    tmp_path: Path, none: str, answers: tuple[str, str]
):
    given = [*answers, none, answers[0], ""]
    rows = "".join(f"{at},2019-11-01,3,nl,{answer}\n" for at, answer in enumerate(given, start=1))
    receipt = imported(tmp_path, f"{SURVEY},Q1\n{rows}")
    assert (receipt.totals["responses"], receipt.totals["answers"]) == (5, 3)
    assert "import_note.no_judgement" in [problem.key for problem in receipt.problems]
    without = imported(tmp_path, f"{SURVEY},Q1\n{rows.replace(none, answers[1])}")
    assert "import_note.no_judgement" not in [problem.key for problem in without.problems]
    assert without.totals["answers"] == 4


def test_an_answer_off_the_scale_is_never_lost_quietly(tmp_path: Path):
    wordings = list(words()["scales"]["agree"])
    assert len(wordings) > 13
    rows = "".join(
        f'{at},2019-11-01,3,nl,"{word}"\n' for at, word in enumerate([*wordings, "blauw"], start=1)
    )
    assert reasons(imported(tmp_path, f"{SURVEY},Q1\n{rows}")) == ["unreadable"]


def test_a_survey_that_misses_a_column_of_its_own_is_told_which(tmp_path: Path):
    head = "Antwoord ID;Datum ingediend;Laatste pagina;Taal;Seed;Hoe tevreden bent u?"
    receipt = imported(tmp_path, f"{head}\n1;2019-11-05 10:00:00;3;nl;1;tevreden\n")
    assert reasons(receipt) == ["nearest_layout"]
    assert receipt.problems[0].values == {"title": "LimeSurvey", "columns": "'startlanguage'", "line": "1"}
    whole = imported(
        tmp_path, f"{head.replace('Taal', 'Begintaal')}\n1;2019-11-05 10:00:00;3;nl;1;tevreden\n"
    )
    assert (whole.status, whole.layout) == ("imported", "limesurvey")


def test_the_templates_are_recognised_and_empty(tmp_path: Path):
    (head,) = template_csv().decode("utf-8").removeprefix("\ufeff").splitlines()
    assert head.startswith(";".join(HEADER) + ";")
    assert reasons(imported(tmp_path, template_csv())) == ["template_empty"]
    assert reasons(imported(tmp_path, template_xlsx(), name="sjabloon.xlsx")) == ["template_empty"]


PERIODS = {  # as the template and the page say that they can be written: first and last day, and in words
    "2019": ("2019-01-01", "2019-12-31", "2019"),
    "2019-2020": ("2019-09-01", "2020-08-31", "2019-2020"),
    "2019-05": ("2019-05-01", "2019-05-31", "mei 2019"),
    "2019-05-23": ("2019-05-23", "2019-05-23", "23 mei 2019"),
    "2019-04-23/2019-10-05": ("2019-04-23", "2019-10-05", "23 april 2019 tot en met 5 oktober 2019"),
    "2019-04/2019-09": ("2019-04-01", "2019-09-30", "april 2019 tot en met september 2019"),
}


@pytest.mark.parametrize(("written", "read"), PERIODS.items())
def test_a_period_is_read_as_the_template_and_the_page_say(
    tmp_path: Path, written: str, read: tuple[str, ...]
):
    receipt = imported(tmp_path, template_csv() + f"studenten;{written};7;;bron\r\n".encode())
    assert receipt.period == {"start": read[0], "end": read[1]}
    data = open_warehouse(DATA, Store(tmp_path / "store").loaded())
    (row,) = measures.imported_series(data, Choice(editions=(), lang="nl")).to_dict("records")
    assert (row["when"], str(row["starts"]), str(row["ends"])) == (read[2], *read[:2])
    opened = measures.one_figure(data, row["figure_id"], "nl").records
    assert [found["value"] for found in opened] == [7]


def test_the_template_and_the_page_say_how_to_write_a_period(tmp_path: Path):
    told = [template_csv().decode("utf-8")]
    sheet_ = load_workbook(io.BytesIO(template_xlsx())).active
    told += [str(sheet_.cell(1, len(HEADER) + 1).value)]
    told += [text(key, lang) for key in ("importing.template_text",) for lang in ("nl", "en")]
    told += [text("refusal.bad_period", "nl", line="2", column="periode", cell="ooit")]
    for words_ in told:
        assert all(written in words_ for written in list(PERIODS)[:5])
    assert sheet_.column_dimensions["B"].number_format == "@"  # no spreadsheet makes a day of a month


def test_counts_of_two_months_are_told_apart(tmp_path: Path):
    rows = "studenten;2019-05;7;;bron\nstudenten;2019-06;8;;bron\n"
    receipt = imported(tmp_path, ";".join(HEADER) + "\n" + rows)
    assert sorted(receipt.totals["students"].values()) == [7, 8]


def test_an_empty_cell_is_said_to_be_empty(tmp_path: Path):
    head = ";".join(HEADER) + "\n"
    (problem,) = imported(tmp_path, head + "studenten;2019;;x;bron\n").problems
    assert sentence(problem, "nl") == "In regel 2 is de cel in kolom 'aantal' leeg. Vul ze in."
    (problem,) = imported(tmp_path, "Day,Campaign,Impr.,Clicks\n,A,12,5\n").problems
    assert sentence(problem, "en") == "Line 2: the cell in column 'Day' is empty. Fill it in."
    (problem,) = imported(tmp_path, head).problems
    assert sentence(problem, "nl").startswith("Dit sjabloon is nog leeg")


def test_each_count_of_the_template_is_a_series_of_its_own(tmp_path: Path):
    rows = [f"{name};2020-2021;{at};;bron" for at, name in enumerate(SERIES, start=1)]
    receipt = imported(tmp_path, "\n".join([";".join(HEADER), *rows]) + "\n")
    assert receipt.totals == {metric: at for at, metric in enumerate(SERIES.values(), start=1)}
    assert set(SERIES.values()) <= set(COUNTS)
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for lang in ("nl", "en"):
        assert all(name in text("importing.template_text", lang) for name in SERIES)
    for name, metric in (SERIES | EARLIER).items():
        assert re.search(rf"^\| {name}( \([a-z ]+\))? \| `{metric}` \|", glossary, re.MULTILINE), name


def test_a_file_on_an_earlier_template_says_what_it_said(tmp_path: Path):
    rows = "inschrijvingen;2019-2020;9;studenten die startten;bron\nInstaptoets;2019;5;;bron\n"
    receipt = imported(tmp_path, ";".join(HEADER) + "\n" + rows + "werkzoekenden;2019;3;;bron\n")
    assert receipt.totals == {
        "enrolments": 9,
        "entrance_test_participants": 5,
        "job_seekers_in_training": 3,
    }


def test_counts_of_the_template_are_told_one_by_one(tmp_path: Path):
    rows = [
        "inschrijvingen;2018-2019;9876;ingeschreven studenten;bron",
        "inschrijvingen;2019-2020;10001;ingeschreven studenten;bron",
        "inschrijvingen;2019-2020;4001;studiestarters;bron",
        "inschrijvingen;2019;5000;;bron",
        "instaptoets;2019-07-01;567;deelnemers;bron",
    ]
    receipt = imported(tmp_path, "\n".join([";".join(HEADER), *rows]) + "\n")
    assert receipt.totals == {
        "enrolments": {
            "(bron), 2019": 5000,
            "ingeschreven studenten (bron), 2018-2019": 9876,
            "ingeschreven studenten (bron), 2019-2020": 10001,
            "studiestarters (bron), 2019-2020": 4001,
        },
        "entrance_test_participants": 567,
    }
    (papers,) = Store(tmp_path / "store").papers()
    assert papers.totals == receipt.totals
    told = file_totals(papers, "nl").rows
    assert list(told["value"]) == [5000, 9876, 10001, 4001, 567]
    assert told["label"][1] == "Inschrijvingen: ingeschreven studenten (bron), 2018-2019"
    assert told["formula"][1] == "het aantal in één rij van het bestand, nergens bij opgeteld"
    assert told["figure_id"].is_unique
    assert all(parsed(figure_id) for figure_id in told["figure_id"])


META = "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions"
DAYS = "2019-05-01,2019-05-31"
GA4_CHANNELS = "Session campaign,Sessions,Engaged sessions\n"
GA4_RANGES = "Session campaign,Date range,Sessions,Engaged sessions\n"


@pytest.mark.parametrize(
    ("content", "kept", "totals"),
    [
        # a campaign that begins with a hash is no second table
        (
            "# Start date: 20260501\n# End date: 20260531\nSession campaign,Sessions,Engaged sessions\n#leraar,20,10\nzomer,5,5\n",
            2,
            {"sessions": 25},
        ),
        # quotes above the rows
        (
            f'{META},"Eigen\nmetriek"\n{DAYS},A,10.5,100,1\n{DAYS},B,1.5,50,1\n',
            2,
            {"impressions": 150, "cost": 12},
        ),
        ('"Echte" influencer\nAll time\nCampaign,Impr.,Clicks\nA,10,1\nB,20,2\n', 2, {"impressions": 30}),
        ('"Rapport\nAlles"\nAll time\nCampaign,Impr.,Clicks\nA,10,1\nB,20,2\n', 2, {"impressions": 30}),
        # amounts without a currency beside amounts with one
        ('Campagne,Vertoningen,Kosten\nA,100,"€ 12,50"\nB,100,"3,00"\n', 2, {"cost": {"EUR": 12.5, "?": 3}}),
        # lines that end in different ways, and empty ones that a spreadsheet leaves
        ("Campaign,Impr.,Clicks\nA,10,1\r\nB,20,2\n", 2, {"impressions": 30}),
        ("Day,Campaign,Impr.,Clicks\n2019-05-01,A,10,1\n,,,\n,,,\n", 1, {"impressions": 10}),
        # a total that is narrower than the header, or has a space that does not break
        ("Campaign,Impr.,Clicks\nA,10,1\nTotal: Account\n", 1, {"impressions": 10}),
        ("Campaign,Impr.,Clicks\nA,10,1\nTotal\u00a0: compte,10,1\n", 1, {"impressions": 10}),
        # a column a goal counts only where there is no column of all goals
        (
            "Source / Medium,Sessions,Bounce Rate,Goal Completions,Lid (Goal 1 Completions)\na,10,5.25%,3,2\n",
            1,
            {"conversions": 3},
        ),
        # results of different kinds do not add up
        (
            "Date start,Date stop,Campaign name,Impressions,Spend,Results,Result type\n"
            f"{DAYS},A,10,1.50,10,Link clicks\n{DAYS},B,10,1.50,900,Video views\n",
            2,
            {"impressions": 20, "cost": 3},
        ),
        (
            f"{META},Results,Result indicator\n{DAYS},A,1.5,10,10,link\n{DAYS},B,1.5,10,2000,reach\n",
            2,
            {"impressions": 20},
        ),
    ],
)
def test_what_readers_disagree_on_is_read_as_it_was_meant(
    tmp_path: Path, content: str, kept: int, totals: dict
):
    receipt = imported(tmp_path, content)
    assert receipt.status == "imported", receipt.problems
    assert receipt.rows_kept == kept
    assert receipt.totals.items() >= totals.items()
    assert "results" not in receipt.totals


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (
            "# Start date: 20260501\n# End date: 20260531\nSession campaign,Sessions,Engaged sessions\na,1,1\nb,2\n",
            "damaged_row",
            "5",
        ),
        ('Campaign,Impr.,Clicks\nA,100,5\n"Total: x,1,1\nB,1,1\n', "damaged_row", "3"),
        ("Campaign,Impr.,Clicks\nA,100\n", "damaged_row", "2"),
        ('Campaign,Impr.,Clicks,Cost\nA,100,5,1.50\nB,100,5,"1,0', "damaged_row", "3"),
        ('Campaign,Ad name,Impr.,Clicks\nA,"twee\nregels",10,1\n\nB,b,tien,1\n', "bad_number", "5"),
        ('Campaign,Ad name,Impr.,Clicks\nA,"twee\nregels",10,1\nB,"b\nc",tien,1\n', "bad_number", "4"),
        ('\ufeffCampaign,Ad name,Impr.,Clicks\nA,"twee\nregels",10,1\nB,b,1\n', "damaged_row", "4"),
        (GOOGLE + '"A\nB",12,5,1,EUR\nC,1.234,5,3,EUR\n', "undecidable_number", "4"),
        (GOOGLE + 'A,12,5,"1,50",EUR\nB,13,4,2.50,EUR\n', "both_signs", "3"),
        ('Day,Campaign,Impr.,Clicks\n2019-05-01,"A\nB",12,5\n03/04/2019,A,12,5\n', "ambiguous_date", "4"),
        (f'{SURVEY},Q1,open\n1,2019-11-01,3,nl,5,"a\nb"\n2,2019-11-01,3,nl,5\n', "damaged_row", "4"),
        (
            f'{SURVEY},Q1,open\n1,2019-11-01,3,nl,5,"a\nb"\n2,2019-11-01,3,nl,5,jan@x.be\n',
            "personal_text",
            "4",
        ),
        (
            "Campaign name,Ad group name,Ad name,Cost,CPC,CPM,Impressions,Clicks,CTR\nA,b,c,1.50,1,1,10,1,1%\n",
            "nearest_layout",
            "1",
        ),
        ("Campaign,Impressions,Clicks,Spend,CTR\nA,10,1,1.50,1%\n", "nearest_layout", "1"),
        (f"{META}\n{DAYS},A,1.50,10\n2019-05-31,2019-05-01,B,1.50,10\n", "ends_before_start", "3"),
        (
            "# Start date: 20260531\n# End date: 20260501\nSession campaign,Sessions,Engaged sessions\na,1,1\n",
            "above_ends_before_start",
            "2",
        ),
        (
            f'{GA4_RANGES}a,"May 1, 2026 - May 31, 2026",2,1\na,"May 31, 2026 - May 1, 2026",2,1\n',
            "ends_before_start",
            "3",
        ),
        (
            f'{GA4_RANGES}a,"May 1, 2026 - May 31, 2026",2,1\na,"Custom (May 2026)",2,1\n',
            "unreadable_range",
            "3",
        ),
    ],
)
def test_damage_is_named_by_its_own_line(tmp_path: Path, content: str, reason: str, line: str):
    receipt = imported(tmp_path, content)
    assert reasons(receipt)[0] == reason
    assert receipt.problems[0].values["line"] == line


@pytest.mark.parametrize(
    ("above", "start"),
    [
        ("Influencer 2019-04-23 - 2019-10-05\n1 mei 2019 - 31 mei 2019", "2019-05-01"),
        ("Rapport\n1 juil. 2026 - 30 juil. 2026", "2026-07-01"),
        ("Rapport\n1 sept. 2026 - 2 sept. 2026", "2026-09-01"),
        ('Rapport\n"September 1, 2026"', "2026-09-01"),
        ("Rapport\n3 mei 2019", "2019-05-03"),
        ("Rapport\n1. September 2026 - 2. September 2026", "2026-09-01"),
        ("Rapport\n3 de outubro de 2026 - 5 de outubro de 2026", "2026-10-03"),
        ("# Date de début : 20260701\n# Date de fin : 20260731", "2026-07-01"),
        ("Rapport\nMay 1 - May 31, 2026", "2026-05-01"),
        ("Rapport\n1 mei - 31 mei 2026", "2026-05-01"),
    ],
)
def test_the_period_above_the_header_is_read_in_the_ways_it_is_written(
    tmp_path: Path, above: str, start: str
):
    receipt = imported(tmp_path, f"{above}\nCampaign,Impr.,Clicks\nA,10,1\n")
    assert receipt.period is not None
    assert receipt.period["start"] == start


ACCOUNT = "# Account: Onderwijs"


@pytest.mark.parametrize("above", ["{account}\n# Property: {site}", "# Property: {site}\n{account}"])
def test_two_websites_of_one_account_both_count(tmp_path: Path, above: str):
    for site, sessions in (("leraar - GA4", 100), ("lerarenkaart - GA4", 40)):
        head = above.format(account=ACCOUNT, site=site)
        rows = f"# Start date: 20260501\n# End date: 20260531\n{GA4_CHANNELS}a,{sessions},5\n"
        assert imported(tmp_path, f"{head}\n{rows}", name=f"{site}.csv").status == "imported"
    warehouse = open_warehouse(DATA, Store(tmp_path / "store").loaded())
    gained = measures.gains(warehouse, Choice(editions=())).rows
    (row,) = gained[gained["measure"] == "sessions"].to_dict("records")
    assert row["value"] == 140


def test_an_account_stands_where_no_property_is_named(tmp_path: Path):
    receipt = imported(tmp_path, f"{ACCOUNT}\n{GA4_CHANNELS}a,10,5\n", dry_run=True)
    assert {row["account"] for row in receipt.preview} == {"Onderwijs"}


@pytest.mark.parametrize(
    "may", ["May 1 - May 31, 2026", "Custom (May 1 - May 31, 2026)", "1 mei - 31 mei 2026"]
)
def test_two_periods_that_name_their_year_once_are_read(tmp_path: Path, may: str):
    receipt = imported(tmp_path, f'{GA4_RANGES}a,"{may}",2,1\na,"Apr 1, 2026 - Apr 30, 2026",3,1\n')
    assert receipt.status == "imported"
    assert receipt.period == {"start": "2026-04-01", "end": "2026-05-31"}
    assert receipt.totals["sessions"] == 5


@pytest.mark.parametrize("pair", [("Start", ""), ("Start", "van "), ("Begin", ""), ("Begin", "van ")])
def test_the_period_of_meta_is_read_under_each_name_of_its_two_columns(tmp_path: Path, pair: tuple[str, str]):
    first, of = pair
    head = (
        f'"{first} {of}rapportage","Einde {of}rapportage","Naam campagne",Vertoningen,"Besteed bedrag (EUR)"'
    )
    receipt = imported(tmp_path, f"{head}\n2019-05-01,2019-05-31,A,1234,10.55\n")
    assert receipt.period == {"start": "2019-05-01", "end": "2019-05-31"}


@pytest.mark.parametrize(
    ("content", "column"),
    [
        (
            "Reporting starts,Campaign name,Amount spent (EUR),Impressions\n2019-05-01,A,1.50,10\n",
            "Reporting ends",
        ),
        ("Date start,Campaign name,Impressions,Spend\n2019-05-01,A,10,1.50\n", "Date stop"),
    ],
)
def test_a_start_without_an_end_is_no_period_of_one_day(tmp_path: Path, content: str, column: str):
    receipt = imported(tmp_path, content)
    assert reasons(receipt) == ["nearest_layout"]
    assert column in receipt.problems[0].values["columns"]


def test_a_layout_with_a_start_needs_an_end_or_a_day():
    for layout in layouts().values():
        roles = {role for names in layout.columns.values() for role in names.values()}
        if roles & {"period_start", "x_start"}:
            assert any(
                set(group) <= {"period_end", "day"} and "period_end" in group for group in layout.needs
            )


def test_a_start_beside_days_needs_no_end(tmp_path: Path):
    content = "Reporting starts,Day,Campaign name,Amount spent (EUR),Impressions\n2019-05-01,2019-05-02,A,1.50,100\n"
    assert imported(tmp_path, content).period == {"start": "2019-05-02", "end": "2019-05-02"}


def test_a_name_with_brackets_is_read_as_that_file_and_no_other(tmp_path: Path):
    (tmp_path / "export1.csv").write_text("Campaign,Impr.,Clicks\nA,999,1\n")
    receipt = imported(tmp_path, "Campaign,Impr.,Clicks\nA,10,1\n", name="export[1].csv")
    assert receipt.totals["impressions"] == 10


def test_a_sheet_without_its_size_is_read_whole(tmp_path: Path):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (
        ["Rapport"],
        ["1 mei 2019 - 2 mei 2019"],
        ["Campagne", "Vertoningen", "Klikken", "Kosten"],
        ["A", 10, 1],
        ["B", 20, 2, 1.5],
        [],
    ):
        sheet.append(row)
    book.save(tmp_path / "sheet.xlsx")
    receipt = receive(tmp_path / "sheet.xlsx", Store(tmp_path / "store"))
    assert receipt.status == "imported", receipt.problems
    assert receipt.totals["impressions"] == 30


def sheet(tmp_path: Path, *rows: list[object]) -> Receipt:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "sheet.xlsx")
    return receive(tmp_path / "sheet.xlsx", Store(tmp_path / "store"), dry_run=True)


def test_a_decimal_of_a_sheet_is_told_with_an_ordinary_sign(tmp_path: Path):
    filled = ["inschrijvingen", "2019-2020", 1234.5, "ingeschreven studenten", "bron"]
    refused = sheet(tmp_path, list(HEADER), filled)
    assert reasons(refused) == ["bad_number"]
    assert "staat '1234,5':" in sentence(refused.problems[0], "nl")
    refused = sheet(tmp_path, ["Campagne", "Vertoningen", "Klikken"], ["A", 12.5, 1], ["B", 20, 2])
    assert reasons(refused) == ["bad_number"]
    assert "'12,5'" in sentence(refused.problems[0], "en")
    named = sheet(tmp_path, ["Campagne", "Vertoningen", "Klikken", 7.5], [2.5, 10, 1, 0])
    assert {row["campaign"] for row in named.preview} == {"2,5"}
    notes = {note.key: note.values for note in named.problems}
    assert notes["import_note.unused_columns"] == {"columns": "'7,5'"}


def test_names_that_begin_with_a_sign_are_names(tmp_path: Path):
    head = "Campaign,Account,Ad group,Impr.,Clicks,Cost\n"
    receipt = imported(tmp_path, head + "-A,@Klasse,+leraar +worden,10,1,1.50\n+5,a,b,10,1,1.50\n")
    assert receipt.status == "imported", receipt.problems


def test_cells_that_cannot_be_read_are_counted_where_there_are_more(tmp_path: Path):
    receipt = imported(tmp_path, GOOGLE + "A,twaalf,5,1.50,EUR\n" * 5)
    assert reasons(receipt) == ["bad_number_more"] * 3
    assert sentence(receipt.problems[0], "nl").endswith("Verbeter de cel en de andere in die kolom (nog 2).")


@pytest.mark.parametrize(
    ("cell", "cost"), [("2.000", "1.50"), ("999.000 ", "1.50"), ("2,000", '"1,50"'), ("12,000", '"1.234,50"')]
)
def test_a_count_with_three_zeros_behind_the_decimal_sign_is_undecidable(
    tmp_path: Path, cell: str, cost: str
):
    rows = f'A,5,1,{cost},EUR\nB,6,"{cell}",{cost},EUR\n'
    receipt = imported(tmp_path, GOOGLE + rows)
    assert reasons(receipt) == ["thousands_or_decimals"]
    assert receipt.problems[0].values.items() >= {"line": "3", "column": "Clicks", "cell": cell}.items()


@pytest.mark.parametrize(
    ("cell", "clicks"),
    [
        ("424.0", 424),
        ("2.00", 2),
        ("2.0000", 2),
        ("1234.000", 1234),
        ("1,234.000", 1234),
        ("0.000", 0),
        ("2,000", 2000),
    ],
)
def test_a_count_with_other_decimals_is_read(tmp_path: Path, cell: str, clicks: int):
    receipt = imported(tmp_path, f'{GOOGLE}A,5,"{cell}",1.50,EUR\nTotal: Account,5.000,1.000,1.50,EUR\n')
    assert receipt.status == "imported", receipt.problems
    assert receipt.totals["clicks"] == clicks


@pytest.mark.parametrize("name", [name for name in CASES if name.endswith(".csv")])
def test_a_file_cut_in_its_last_cell_is_refused_or_its_platform_leaves_it_so(tmp_path: Path, name: str):
    content = (EXPORTS / name).read_bytes()
    encoding = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig"
    receipt = imported(tmp_path, content.decode(encoding).rstrip("\r\n").encode(encoding))
    layout = CASES[name]["layout"]
    if layout in layouts() and layouts()[layout].ends_open:
        assert receipt.status == "imported", receipt.problems
        assert "import_note.no_line_end" in {note.key for note in receipt.problems}
    else:
        assert reasons(receipt) == ["template_cut_off" if layout == "template" else "cut_off"]
        assert receipt.layout == layout


YOUTUBE = "Content,Video title,Video publish time,Views,Watch time (hours)\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (YOUTUBE + "Total,,,3300,5.5\na,A,,1000,2.75\nb,B,,2000,2.75\n", "'Views' 3.300 / 3.000"),
        (
            GOOGLE + "A,12,5,1.50,EUR\nTotal: Account,20,5,2.75,EUR\n",
            "'Impr.' 20 / 12, 'Cost' 2,75 / 1,50",
        ),
        # the account's total counts more, but that of these rows agrees
        (GOOGLE + "A,12,5,1.50,EUR\nTotal: Campaigns,12,5,1.5,EUR\nTotal: Account,20,5,2,EUR\n", None),
        # totals of parts, a rounded one, one that is missing, and amounts that do not add up
        (GOOGLE + "A,12,5,1.50,EUR\nB,8,1,1,EUR\nTotal: Search,12,5,--,EUR\nTotal: Video,8,1,--,EUR\n", None),
        (GOOGLE + "A,12,5,0.33,EUR\nB,8,1,0.33,EUR\nTotal: Account,20,6,0.67,EUR\n", None),
        (GOOGLE + "A,12,5,1.50,EUR\nB,8,1,1,USD\nTotal: Account,20,6,9.67,EUR\n", None),
        (f"{META},Reach\n{DAYS},,3,30,7\n{DAYS},A,1,10,5\n{DAYS},B,2,20,5\n", None),
    ],
)
def test_totals_that_contradict_the_rows_are_named(tmp_path: Path, content: str, said: str | None):
    receipt = imported(tmp_path, content)
    assert receipt.status == "imported", receipt.problems
    notes = {note.key: note.values for note in receipt.problems}
    assert notes.get("import_note.totals_differ", {}).get("differences") == said


def test_a_file_that_ends_open_and_contradicts_its_totals_is_refused(tmp_path: Path):
    content = f"{META}\n{DAYS},,3.00,300\n{DAYS},A,1.00,100\n{DAYS},B,2.00,20"
    assert reasons(imported(tmp_path, content)) == ["cut_off"]
    assert imported(tmp_path, content + "0").status == "imported"


def test_answers_that_are_not_dated_have_no_period(tmp_path: Path):
    receipt = imported(
        tmp_path, f"{SURVEY},firstname,lastname,Q1\n1,1980-01-01 00:00:00,3,nl,Jan,Peeters,5\n"
    )
    assert receipt.period is None
    notes = {note.key: note.values for note in receipt.problems}
    assert notes["import_note.personal_dropped"]["columns"] == "'firstname', 'lastname'"
    assert "import_note.open_dropped" not in notes


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("res (1)", "res"),
        ("results-survey123456", "results-survey123456"),
        ("results-survey123456_2019-11-10 (2)", "results-survey123456"),
        ("Bevraging+leraren_November+26,+2026_01.59", "Bevraging+leraren"),
        ("bevraging 10-11-2019 - kopie", "bevraging"),
        ("bevraging 2019", "bevraging 2019"),
        ("(1)", "(1)"),
    ],
)
def test_a_survey_keeps_its_name_however_often_it_is_exported(stem: str, name: str):
    assert survey_name(stem) == name


def test_free_text_is_no_group_and_never_kept(tmp_path: Path):
    rows = "".join(
        f'{at},2019-11-01,3,nl,"ik ben leraar in school {at} en bereikbaar op 04751234{at:02}",5\n'
        for at in range(20)
    )
    receipt = imported(tmp_path, f"{SURVEY},profiel,Q1\n{rows}")
    assert receipt.status == "imported"
    (file,) = Store(tmp_path / "store").files()
    assert b"bereikbaar" not in file.read_bytes()
    assert "import_note.no_group" in {note.key for note in receipt.problems}


PERSONAL = """Uw e-mailadres|Uw telefoonnummer|E-mail|Naam en voornaam|Naam + e-mail|Wat is uw naam?|What is your name?
First name|Your full name (optional)|E-mail adres|Email Address:|GSM-nummer|Tel.|Your mobile phone number|Date of birth
Wat is uw e-mailadres zodat we u kunnen contacteren?|Als u wilt meespelen: wat is uw gsm-nummer?|Adres|IP-adres|token
Wilt u op de hoogte blijven? Laat dan uw e-mailadres achter.|Gegevens [E-mailadres]|Uw rijksregisternummer|IPAddress
Please enter your email address to receive the report|Uw contactgegevens|Voornaam van de respondent
Uw voor- en achternaam|Voor- en familienaam|Naam & voornaam|Achter- of voornaam|Full name|First and last name|Given name
Wat is uw voor- en achternaam?|Uw voor- en achternaam, zodat we u kunnen bereiken|Naam en voornaam zoals op uw kaart
Naam contactpersoon|Initialen|Surname and first name|Given and family name"""
INNOCENT = """Hoe tevreden bent u over onze e-mails?|Kreeg u de campagne per e-mail?|Telefoon of e-mail: wat verkiest u?
Naam van de campagne|Name of the campaign you saw|Is de naam van de campagne duidelijk?|Naam van uw school|Leeftijd
How satisfied are you with the phone support?|What is your first impression?|Number of schools|First|Nummer|Your family
Hoe tevreden bent u over de manier waarop we uw e-mailadres gebruiken?|Tot welke groep behoort u?|Q1
Hoe adresseert de campagne jongeren?|Heeft de campagne een goede naam?
Voor of tegen?|Voor wie is de campagne?|Voor- en nadelen van de naam|Hebt u familie in het onderwijs?|Achter de campagne staan
Given the campaign, how satisfied are you?|Is er een contactpersoon in uw school?"""


@pytest.mark.parametrize(
    ("name", "personal"),
    [(name, known is PERSONAL) for known in (PERSONAL, INNOCENT) for name in re.split(r"[|\n]", known)],
)
def test_a_column_is_personal_by_the_words_of_its_name(name: str, personal: bool):
    assert is_personal(name) == personal


@pytest.mark.parametrize("submitted", ["Datum indiening", "Datum ingediend"])
def test_a_column_that_asks_for_an_address_is_dropped_and_named(tmp_path: Path, submitted: str):
    own = f"Antwoord-ID;{submitted};Laatste pagina;Starttaal"
    head = f"{own};Uw e-mailadres;Uw telefoonnummer;Uw voor- en achternaam;Hoe tevreden?"
    receipt = imported(tmp_path, f"{head}\n1;2019-11-05;2;nl;an@x.be;0475 12 34 56;An Peeters;tevreden\n")
    notes = {note.key: note.values for note in receipt.problems}
    dropped = "'Uw e-mailadres', 'Uw telefoonnummer', 'Uw voor- en achternaam'"
    assert notes["import_note.personal_dropped"]["columns"] == dropped
    assert "import_note.open_dropped" not in notes
    assert receipt.totals == {"responses": 1, "answers": 1}
    assert receipt.period == {"start": "2019-11-05", "end": "2019-11-05"}
    (file,) = Store(tmp_path / "store").files()
    assert b"an@x.be" not in file.read_bytes()


def test_codes_and_questions_in_one_name_are_both_read(tmp_path: Path):
    head = (
        '"id. Antwoord-ID","submitdate. Datum indiening","lastpage. Laatste pagina","startlanguage. Starttaal",'
        '"mail. Uw e-mailadres","G1. Tot welke groep behoort u?","Q1. Hoe tevreden bent u? Over alles."'
    )
    rows = "".join(f'"{at}","2019-11-05","2","nl","an@x.be","vakbond","tevreden"\n' for at in range(6))
    receipt = imported(tmp_path, f"{head}\n{rows}", dry_run=True)
    assert (receipt.layout, receipt.totals) == ("limesurvey", {"responses": 6, "answers": 6})
    assert receipt.columns == {"G1": "audience", "Q1": "answers"}
    (answers,) = [row for row in receipt.preview if row["metric"] == "answers"]
    assert (answers["question"], answers["audience"]) == ("Hoe tevreden bent u? Over alles.", "vakbond")


def test_names_that_nearly_everyone_writes_alone_are_no_group(tmp_path: Path):
    names = ["vakbond", "vakbond", "vakbond", "Jan Janssens 3", "An Peeters 7", "Bo Maes 1", "Els Claes 2"]
    rows = "".join(f"{at},2019-11-01,3,nl,{name},5\n" for at, name in enumerate(names))
    receipt = imported(tmp_path, f"{SURVEY},groep,Q1\n{rows}")
    assert "import_note.no_group" in {note.key for note in receipt.problems}
    (file,) = Store(tmp_path / "store").files()
    assert b"Janssens" not in file.read_bytes()
    few = "".join(f"{at},2019-11-01,3,nl,{name},5\n" for at, name in enumerate(names[:4]))
    assert imported(tmp_path, f"{SURVEY},groep,Q1\n{few}").columns["groep"] == "audience"


@pytest.mark.parametrize("text", ["jan@school.be", "85/07/30-033.28", "85-07-30 033-28"])
def test_personal_text_is_found_in_every_column(tmp_path: Path, text: str):
    receipt = imported(tmp_path, f"{SURVEY},vrijeTime,Q1\n1,2019-11-01,3,nl,{text},5\n")
    assert reasons(receipt) == ["personal_text"]


def test_a_choice_coded_as_a_number_is_no_scale(tmp_path: Path):
    receipt = imported(
        tmp_path, f"{SURVEY},geslacht,parttime,Q1\n1,2019-11-01,3,nl,1,eens,5\n2,2019-11-01,3,nl,2,oneens,3\n"
    )
    notes = {note.key: note.values for note in receipt.problems}
    assert notes["import_note.open_dropped"]["columns"] == "'geslacht'"
    assert notes["import_note.numeric_scale"]["columns"] == "'Q1'"
    assert receipt.totals["answers"] == 4


SCALES = """helemaal mee oneens|mee oneens|neutraal|mee eens|helemaal mee eens
Helemaal mee oneens|Mee oneens|Noch mee eens, noch mee oneens|Mee eens|Helemaal mee eens
helemaal oneens|oneens|noch eens noch oneens|eens|helemaal eens
helemaal niet mee eens|niet mee eens|neutraal|mee eens|helemaal mee eens
helemaal niet akkoord|eerder niet akkoord|neutraal|eerder akkoord|helemaal akkoord
Helemaal mee oneens|Enigszins mee oneens|Noch mee eens noch mee oneens|Enigszins mee eens|Helemaal mee eens
heel ontevreden|ontevreden|noch tevreden, noch ontevreden|tevreden|heel tevreden
helemaal niet tevreden|niet tevreden|niet tevreden, niet ontevreden|tevreden|heel tevreden
Totally disagree|Disagree|Neutral|Agree|Totally agree
zeer ontevreden|eerder ontevreden|neutraal|eerder tevreden|zeer tevreden
zeer slecht|slecht|neutraal|goed|zeer goed
helemaal niet nuttig|niet nuttig|neutraal|nuttig|zeer nuttig
Strongly disagree|Somewhat disagree|Neither agree nor disagree|Somewhat agree|Strongly agree
Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree
Extremely dissatisfied|Somewhat dissatisfied|Neither satisfied nor dissatisfied|Somewhat satisfied|Extremely satisfied
Very dissatisfied|Dissatisfied|Neither satisfied nor dissatisfied|Satisfied|Very satisfied
Very poor|Poor|Neutral|Good|Very good"""


@pytest.mark.parametrize("scale", SCALES.splitlines())
def test_an_answer_on_a_usual_scale_has_its_score(tmp_path: Path, scale: str):
    rows = "".join(
        f'{at},2019-11-01,3,nl,"{words}"\n'
        for score, words in enumerate(scale.split("|"), start=1)
        for at in range(4 + score)
    )
    receipt = imported(tmp_path, f"{SURVEY},Q1\n{rows}", dry_run=True)
    assert {note.key for note in receipt.problems} == {"import_note.no_group"}
    told = {row["answer"]: row["value"] for row in receipt.preview if row["metric"] == "answers"}
    assert told == {1: 5, 2: 6, 3: 7, 4: 8, 5: 9}


@pytest.mark.parametrize(
    "steps",
    [
        ["agree", "somewhat agree", "strongly agree"],
        ["helemaal eens", "zeer eens", "eens"],
        ["extremely satisfied", "very satisfied", "somewhat satisfied"],
    ],
)
def test_of_a_scale_of_seven_steps_no_five_are_made(tmp_path: Path, steps: list[str]):
    rows = "".join(f"{at},2019-11-01,3,en,{step},5\n" for at, step in enumerate(steps))
    receipt = imported(tmp_path, f"{SURVEY},steps,Q1\n{rows}")
    notes = {note.key: note.values for note in receipt.problems}
    assert notes["import_note.open_dropped"]["columns"] == "'steps'"


@pytest.mark.parametrize("code", ["A{}", "AO0{}"])
def test_codes_of_answers_are_no_scale_and_no_group(tmp_path: Path, code: str):
    rows = "".join(
        f"{at},2019-11-01,3,nl,{code.format(at % 5 + 1)},{code.format(at % 2 + 1)},tevreden\n"
        for at in range(20)
    )
    receipt = imported(tmp_path, f"{SURVEY},provincie,groep,Q1\n{rows}")
    notes = {note.key: note.values for note in receipt.problems}
    assert notes["import_note.codes_dropped"]["columns"] == "'provincie', 'groep'"
    assert "import_note.no_group" in notes
    assert "import_note.open_dropped" not in notes
    assert receipt.totals == {"responses": 20, "answers": 20}
    assert receipt.columns == {"Q1": "answers"}


@pytest.mark.parametrize(("head", "row"), [("Q1,Q2", "A1,AO02"), ("groep,Q1,leeg", "vakbond,A4,")])
def test_a_survey_with_nothing_but_codes_is_refused(tmp_path: Path, head: str, row: str):
    receipt = imported(tmp_path, f"{SURVEY},{head}\n1,2019-11-01,3,nl,{row}\n")
    assert reasons(receipt) == ["only_codes"]
    assert receipt.layout == "limesurvey"


def test_damage_behind_a_thousand_narrow_totals_is_not_overlooked(tmp_path: Path):
    receipt = imported(tmp_path, "Campaign,Impr.,Clicks\nA,10,1\n" + "Total: x\n" * 1500 + "B,20\n")
    assert reasons(receipt) == ["unreadable"]


def test_a_dry_run_shows_the_first_tidy_rows_and_stores_nothing(tmp_path: Path):
    store = Store(tmp_path / "store")
    receipt = receive(EXPORTS / "meta_dutch_daily.csv", store, dry_run=True)
    assert store.files() == []
    assert receipt.columns["Bereik"] == "reach"
    shown = first_rows(receipt, "nl")
    assert list(shown) == ["periode", "kanaal", "campagne", "maat", "waarde"]
    assert shown.iloc[0]["periode"] == "23 april 2019"
    cost = shown[shown["maat"] == "Kosten"].iloc[0]
    assert (cost["kanaal"], cost["waarde"]) == ("Meta, betaald", "25,67 EUR")
    assert receive(EXPORTS / "meta_dutch_daily.csv", store).preview == ()


def test_what_was_recognised_is_told_in_the_readers_language_with_belgian_numbers(tmp_path: Path):
    receipt = receive(EXPORTS / "template_filled.csv", Store(tmp_path / "store"), dry_run=True)
    large = replace(receipt, rows_kept=1_234_567, rows_dropped={"total": 1000, "incomplete": 1})
    nl, en = recognised(large, "nl"), recognised(large, "en")
    assert nl.startswith(
        "Herkend als lkdash-sjabloon. Rijen: 1.234.567; niet meegeteld (totalen of onvolledig): 1.001."
    )
    assert en.startswith(
        "Recognised as lkdash template. Rows: 1.234.567; not counted (totals or incomplete): 1.001."
    )
    assert file_totals(receipt, "en").sources["title"].iloc[0] == "Export of lkdash template"


def test_the_preview_of_a_survey_shows_no_group_under_five(tmp_path: Path):
    lines = ['"id","submitdate","lastpage","startlanguage","groep","Hoe tevreden?"']
    lines += [f'"{at}","2019-11-01 10:00:00","3","nl","vakbond","zeer ontevreden"' for at in range(4)]
    lines += [f'"{at}","2019-11-01 10:00:00","3","nl","stad","tevreden"' for at in range(4, 9)]
    file = tmp_path / "survey.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    receipt = receive(file, Store(tmp_path / "store"), dry_run=True)
    told = {(row["audience"], row["metric"]): (row["value"], row["answer"]) for row in receipt.preview}
    assert told == {
        ("stad", "answers"): (5, 4),
        ("stad", "responses"): (5, None),
        ("vakbond", "answers"): (None, None),
        ("vakbond", "responses"): (None, None),
    }
    shown = first_rows(receipt, "nl")
    assert list(shown[shown["groep"] == "vakbond"]["waarde"]) == ["[c]", "[c]"]
    assert "bevraging" in shown
    assert "campagne" not in shown


def test_columns_that_a_part_of_the_rows_leaves_open_are_named(tmp_path: Path):
    file = tmp_path / "google.csv"
    rows = "2019-05-01,A,Search,1000,10,5.00,EUR\n2019-05-01,A,Search,9000, --,20.00,EUR\n"
    file.write_text("Day,Campaign,Campaign type,Impr.,Clicks,Cost,Currency code\n" + rows, encoding="utf-8")
    receipt = receive(file, Store(tmp_path / "store"), dry_run=True)
    (note,) = [problem for problem in receipt.problems if problem.key == "import_note.blank_cells"]
    assert note.values == {"columns": "'Clicks' (1)"}
    assert receipt.totals == {"impressions": 10000, "clicks": 10, "cost": 25}


def test_preview_rows_that_leave_other_numbers_open_say_so(tmp_path: Path):
    file = tmp_path / "google.csv"
    head = "Day,Campaign,Campaign type,Impr.,Clicks,Cost,Currency code\n"
    row = "2019-05-01,A,Search,1000,{},{},EUR\n"
    file.write_text(head + row.format(10, "5.00") + row.format("--", "5.00"), encoding="utf-8")
    shown = first_rows(receive(file, Store(tmp_path / "store"), dry_run=True), "nl")
    impressions = shown[shown["maat"] == "Vertoningen"]
    assert list(impressions["waarde"]) == ["1.000", "1.000"]
    assert list(impressions["opengelaten maten"]) == ["", "klikken"]
    assert not shown.duplicated().any()
    file.write_text(head + row.format(10, "5.00"), encoding="utf-8")
    whole = first_rows(receive(file, Store(tmp_path / "other"), dry_run=True), "nl")
    assert "opengelaten maten" not in whole


def test_an_empty_template_is_named_in_the_readers_language(tmp_path: Path):
    empty = tmp_path / "template.csv"
    empty.write_text("reeks;periode;aantal;wat is geteld;bron\n", encoding="utf-8")
    (problem,) = receive(empty, Store(tmp_path / "store")).problems
    assert "Dit sjabloon is nog leeg" in sentence(problem, "nl")
    assert "This template is still empty" in sentence(problem, "en")


def test_an_amount_without_a_currency_has_its_decimals_in_the_preview(tmp_path: Path):
    file = tmp_path / "google.csv"
    file.write_text(
        "Day,Campaign,Campaign type,Impr.,Clicks,Cost\n2019-05-01,A,Search,9,5,3.00\n", encoding="utf-8"
    )
    shown = first_rows(receive(file, Store(tmp_path / "store"), dry_run=True), "nl")
    assert "3,00" in set(shown["waarde"])


@pytest.mark.parametrize("asked", ["Tot welke groep hoort u?", "Wat is uw rol?", "Which group are you in?"])
def test_the_question_on_the_group_is_known_by_its_words(tmp_path: Path, asked: str):
    rows = "".join(
        f"{at},2019-11-0{1 + at},3,nl,{group},tevreden\n" for at, group in enumerate(["stad", "school"] * 4)
    )
    receipt = imported(tmp_path, f"id,submitdate,lastpage,startlanguage,{asked},Hoe tevreden bent u?\n{rows}")
    assert receipt.columns[asked] == "audience"
    assert "import_note.no_group" not in {note.key for note in receipt.problems}


def test_rows_are_stored_by_day_and_campaign_in_words_that_every_reader_knows(tmp_path: Path):
    rows = "A,2,1\nB,2,1\nA,1,1\nB,1,1\nA,2,5\n"
    days = rows.replace(",1,", ",2026-01-01,").replace(",2,", ",2026-01-02,")
    receipt = imported(tmp_path, f"Campaign,Day,Impr.\n{days}")
    assert receipt.status == "imported", receipt.problems
    with closing(scratch(tmp_path)) as con:
        stored = con.read_parquet(str(next(tmp_path.rglob("*.parquet"))))
        types = dict(zip(stored.columns, map(str, stored.types), strict=True))
        told = stored.project("period_end, campaign, metric, value").fetchall()
    words = ("platform", "network", "account", "campaign", "metric", "unit", "currency", "blank", "status")
    assert {types[name] for name in words} == {"VARCHAR"}
    first, second = date(2026, 1, 1), date(2026, 1, 2)
    numbers = [(first, "A", 1), (first, "B", 1), (second, "A", 6), (second, "B", 1)]
    assert told == [(day, campaign, "impressions", value) for day, campaign, value in numbers]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "=",
        "+32 470",
        "+1,5",
        "+",
        "+leraar",
        "@Klasse",
        "@",
        "@5",
        "<a",
        "?",
        "9",
        "-1",
        "A=1",
        "a",
        "é",
        "",
    ],
)
def test_a_formula_is_the_same_for_duckdb_and_for_the_reader_of_sheets(tmp_path: Path, cell: str):
    with closing(scratch(tmp_path)) as con:
        con.execute(query_text("importers/parse"))
        assert con.execute("select is_formula($1)", [cell]).fetchall() == [(is_formula(cell),)]


@pytest.mark.parametrize("beyond", [",", ",,", ',""'])
def test_rows_that_all_end_in_empty_cells_beyond_the_header_are_read(tmp_path: Path, beyond: str):
    receipt = imported(tmp_path, f"{GOOGLE}A,12,5,1.50,EUR{beyond}\nB,30,6,2.50,EUR{beyond}\n")
    assert receipt.rows_kept == 2
    assert receipt.totals["impressions"] == 42


@pytest.mark.parametrize("beyond", ["", ",", ",,", ',""'])
def test_a_bad_cell_is_told_with_its_line_where_empty_cells_follow_its_row(tmp_path: Path, beyond: str):
    receipt = imported(tmp_path, f"{GOOGLE}A,12,5,1.50,EUR\nB,abc,5,1.50,EUR{beyond}\n")
    assert reasons(receipt) == ["bad_number"]
    assert (receipt.problems[0].values["line"], receipt.problems[0].values["cell"]) == ("3", "abc")


def test_a_bad_cell_is_told_with_its_line_below_a_row_of_which_nothing_is_read(tmp_path: Path):
    header = "Campaign,Comment,Impr.,Clicks,Cost,Currency code"
    rows = "A,x,12,5,1.50,EUR\n,a remark alone,,,,\n,,,,,\nB,y,abc,5,1.50,EUR"
    receipt = imported(tmp_path, f"{header}\n{rows}\n")
    assert reasons(receipt) == ["bad_number"]
    assert receipt.problems[0].values["line"] == "5"
