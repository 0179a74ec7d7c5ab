"""Tables as files: the same figures in each kind, marks and papers kept, nothing that a spreadsheet runs."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl.utils import get_column_letter

from lkdash import measures
from lkdash.contracts import Refusal, Status, Table
from lkdash.db import open_warehouse
from lkdash.exports import KINDS, colophon, data_version, grid, refuse_examples, write_table
from lkdash.exports.catalogue import TABLES
from lkdash.exports.csv_table import harmless
from lkdash.exports.rows import PAPERS, Rows
from lkdash.exports.xlsx import rows_xlsx
from lkdash.exports.zipped import members
from lkdash.formats import number
from lkdash.store import Store
from lkdash.texts import text
from tests.conftest import DATA, ROOT
from tests.documents import MADE_ON, office, pdf_text, squeezed
from tests.test_outcomes import HEAD, META, loaded, survey_of

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1")


@pytest.fixture(scope="module")
def examples():
    return open_warehouse(DATA, Store(DATA / "demo").loaded())


def asked(data, choice, name: str) -> tuple[Table, object]:
    table = TABLES[name].table(data, choice)
    title = text(TABLES[name].title, choice.lang)
    return table, colophon(title, [table], choice, data_version(data, choice.lang), MADE_ON)


def written(data, choice, name: str, kind: str, **how) -> bytes:
    out = io.BytesIO()
    write_table(out, kind, *asked(data, choice, name), TABLES[name].by, **how)
    return out.getvalue()


def lines(content: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_csv_is_for_belgian_excel_and_every_line_is_whole(warehouse, choice):
    content = written(warehouse, choice, "posted", "csv")
    assert content.startswith(b"\xef\xbb\xbfcijfer;editie;")
    rows = lines(content)
    assert len(rows) == 30
    by_id = {row["cijfer"]: row for row in rows}
    estimate = by_id["LK-2020-AAN"]
    assert (estimate["waarde"], estimate["status"], estimate["teken"]) == ("0,583", "schatting", "[e]")
    assert (estimate["zoals getoond"], estimate["vertekening"]) == ("58,3 % [e]", "wellicht hoger")
    assert (by_id["LK-2021-BIB"]["waarde"], by_id["LK-2021-BIB"]["teken"]) == ("", "[x]")
    for row in rows:
        assert row["titel"] == "De Lerarenkaart per editie"
        assert row["keuze"] == "edities 2017-2021; met schattingen"
        assert row["opmerkingen"].startswith("1. De Lerarenkaart loopt per kalenderjaar")
        assert warehouse.version in row["versie van de gegevens"]
        assert row["gemaakt op"] == "2026-11-24"
        assert None not in (*row, *row.values())


def test_with_commas_csv_is_for_machines(warehouse, choice):
    content = written(warehouse, choice, "posted", "csv", comma=True)
    assert content.startswith(b"figure_id,period,measure,")
    frame = pd.read_csv(io.BytesIO(content)).set_index("figure_id")
    assert frame.loc["LK-2020-AAN", "value"] == 0.583
    assert set(PAPERS) <= set(frame.columns)


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_is_run_as_a_formula(cell: str):
    assert harmless(cell) == f"'{cell}"


def test_real_numbers_are_left_as_they_are_and_words_with_a_sign_stay_words():
    cells = (-3.5, 1234567.25, 0.1, -3, "+3.674", "-12", "2017", None, True, date(2020, 2, 6))
    told = ["-3,5", "1234567,25", "0,1", "-3", "'+3.674", "'-12", "2017", "", "true", "2020-02-06"]
    assert [harmless(cell) for cell in cells] == told
    assert harmless(-3.5, comma=True) == "-3.5"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_carries_the_same_values_and_the_same_papers(warehouse, choice, kind: str):
    table, told = asked(warehouse, choice, "change_on_year")
    content = written(warehouse, choice, "change_on_year", kind)
    assert content == written(warehouse, choice, "change_on_year", kind)
    if kind == "csv":
        values = [row["waarde"].replace(",", ".") for row in lines(content)]
        found = [float(value) if value else None for value in values]
        papers = lines(content)[0]["versie van de gegevens"]
    elif kind == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content))["Cijfers"]
        cells = [row[4].value for row in sheet.iter_rows(min_row=2)]
        found = [cell if isinstance(cell, int | float) else None for cell in cells]
        cover = openpyxl.load_workbook(io.BytesIO(content))["Over dit bestand"]
        papers = next(row[1].value for row in cover.iter_rows() if row[0].value == "Versie van de gegevens")
    elif kind == "json":
        said = json.loads(content)
        found, papers = [row["value"] for row in said["rows"]], said["papers"]["version"]
        assert said["papers"]["notes"] == list(told.notes)
        assert said["papers"]["figure_ids"] == list(told.figure_ids)
    else:
        read = pq.read_table(io.BytesIO(content))
        found = read["value"].to_pylist()
        papers = json.loads(read.schema.metadata[b"lkdash.version"])
        assert json.loads(read.schema.metadata[b"lkdash.sources"]) == list(told.sources)
    wanted = [None if pd.isna(value) else pytest.approx(value, rel=1e-13) for value in table.rows["value"]]
    assert found == wanted
    assert papers == told.version


def test_the_workbook_shows_what_the_page_shows_with_real_numbers(warehouse, choice, tmp_path):
    content = written(warehouse, choice, "posted", "xlsx")
    table, told = asked(warehouse, choice, "posted")
    page = grid(table, told.title, "nl")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Tabel"]
    values = {(row["period"], row["label"]): row["value"] for row in table.rows.to_dict("records")}
    for at, line in enumerate(page.rows, start=2):
        for column, (name, shown) in enumerate(zip(page.header, line, strict=True), start=1):
            value = values.get((line[0], name))
            wanted = shown if value is None or pd.isna(value) else value
            assert sheet.cell(at, column).value == wanted
    read = squeezed(pdf_text(office(content, "tabel.xlsx", "pdf", tmp_path)))
    for line in page.rows:
        assert squeezed("".join(line)) in read


def test_libreoffice_reads_the_same_values(warehouse, choice, tmp_path):
    content = written(warehouse, choice, "change_on_year", "xlsx")
    sheets = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    office(content, "groei.xlsx", sheets, tmp_path)
    read = lines((tmp_path / "groei-Cijfers.csv").read_bytes())
    table, _ = asked(warehouse, choice, "change_on_year")
    for row, figure in zip(read, table.rows.to_dict("records"), strict=True):
        assert row["cijfer"] == figure["figure_id"]
        if pd.isna(figure["value"]):
            assert row["waarde"] == "nog niet geteld [x]"
        else:
            assert float(row["waarde"].replace(",", ".")) == pytest.approx(figure["value"], abs=1e-9)


def test_the_workbook_has_its_sheets_no_formula_no_merged_or_hidden_cell(warehouse, choice):
    content = written(warehouse, choice, "posted", "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Over dit bestand", "Tabel", "Cijfers", "Opmerkingen", "Bronnen"]
    assert book.properties.title == "De Lerarenkaart per editie"
    assert book.properties.language == "nl-BE"
    for sheet in book:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert not [
            d for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()) if d.hidden
        ]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
    for name in ("Tabel", "Cijfers", "Opmerkingen", "Bronnen"):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        (head,) = sheet.tables.values()
        assert head.headerRowCount != 0
        assert head.ref == f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
        assert all(cell.value not in (None, "") for row in sheet.iter_rows() for cell in row)
    assert all("[$-813]" in cell.number_format for cell in book["Tabel"]["B"][1:])
    assert '" [e]"' in book["Tabel"]["F5"].number_format


def test_hostile_words_stay_words_in_a_workbook():
    rows = Rows(
        ("name", "value"), ("=naam", "waarde"), [(cell, -1.5) for cell in (*HOSTILE, "http://x.be", "{=1}")]
    )
    told = replace(colophon("=T", [], _choice(), "v", MADE_ON), scope="@x")
    out = io.BytesIO()
    rows_xlsx(out, rows, told)
    sheet = openpyxl.load_workbook(io.BytesIO(out.getvalue()))["Rijen"]
    assert {cell.data_type for cell in sheet["A"]} <= {"s", "inlineStr"}
    assert [cell.value for cell in sheet["B"]][1:] == [-1.5] * (len(HOSTILE) + 2)
    sheets = b"".join(part for name, part in members(out.getvalue()).items() if "worksheets" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def _choice():
    from lkdash.contracts import Choice

    return Choice(editions=())


def test_an_example_is_marked_in_every_row_and_on_every_sheet(examples, choice):
    assert all(row["teken"] == "[voorbeeld]" for row in lines(written(examples, choice, "reach", "csv")))
    book = openpyxl.load_workbook(io.BytesIO(written(examples, choice, "reach", "xlsx")))
    assert all(name.endswith(" voorbeeld") for name in book.sheetnames)
    for cell in [cell for row in book["Tabel voorbeeld"].iter_rows(min_row=2, min_col=2) for cell in row]:
        marked = cell.number_format if isinstance(cell.value, int | float) else cell.value
        assert "[voorbeeld]" in marked
    rows = json.loads(written(examples, choice, "gains", "json"))["rows"]
    assert {row["mark"] for row in rows} == {"[voorbeeld]"}


def around(figure: dict[str, object], lang: str) -> dict[str, object]:
    """The columns that the workbook must have beside a figure's own, and what they must hold."""
    beside = {}
    for kind, ends in {"interval": ("low", "high"), "bounds": ("value", "value_high")}.items():
        for side, end in zip(("from", "to"), ends, strict=True):
            if not pd.isna(figure.get(ends[1])):
                beside[text(f"file.{kind}_{side}", lang, label=figure["label"])] = figure[end]
    return beside


def read_back(content: bytes) -> dict[tuple[str, str], openpyxl.cell.Cell]:
    """The cells of the table in a workbook, by the words that head its row and its column."""
    header, *rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1].iter_rows()
    names = [cell.value for cell in header]
    assert len({str(name).lower() for name in names}) == len(names)
    return {(row[0].value, name): cell for row in rows for name, cell in zip(names, row, strict=True)}


def workbook_of(table: Table, choice) -> bytes:
    out = io.BytesIO()
    write_table(out, "xlsx", table, colophon("T", [table], choice, "v", MADE_ON), "column.channel")
    return out.getvalue()


BOUNDED = [("Bereik", 4_000_000, 6_629_143), ("Frequentie", 18_000_000 / 6_629_143, 4.5)]
META_DAYS = META + (
    "2019-05-01,2019-05-02,A,2019-05-01,4000000,9000000,80,1.50\n"
    "2019-05-01,2019-05-02,A,2019-05-02,3500000,9000000,10,1.50\n"
)


def test_what_has_an_interval_or_bounds_is_a_number_with_both_ends_beside_it(tmp_path):
    groups = (("vakbond", 4, "tevreden"), ("stad", 3, "tevreden"), ("stad", 2, "ontevreden"))
    data = loaded(tmp_path, META_DAYS, HEAD + "2019-05-01,A,Search,80,48,1.00,EUR\n", survey_of(*groups))
    asked_for = _choice()
    survey, reached = measures.survey_tables(data, asked_for)[0], measures.reach(data, asked_for)
    pairs = measures.compared(data, asked_for)
    for table in (survey, reached, pairs, measures.gains(data, asked_for)):
        cells = read_back(workbook_of(table, asked_for))
        assert len(cells) >= len(table.rows)
        for figure in [row for row in table.records if not pd.isna(row["value"])]:
            told = {figure["label"]: figure["value"]} | around(figure, "nl")
            found = {name: cells[figure["period"], name].value for name in told}
            assert found == pytest.approx(told, rel=1e-12)
    cells = read_back(workbook_of(reached, asked_for))
    for label, least, most in BOUNDED:
        ends = [
            cells["Meta, betaald", f"{label}{end}"] for end in ("", ": van (minstens)", ": tot (hoogstens)")
        ]
        assert [cell.value for cell in ends] == pytest.approx([least, least, most])
        assert ['"minstens "' in cell.number_format for cell in ends] == [True, False, False]
    rate = [
        cells["Google Ads, zoeken, betaald", f"Klikratio: 95 %-interval, {end}"].value
        for end in ("van", "tot")
    ]
    assert rate == pytest.approx([0.4904, 0.7004], abs=0.0001)  # 48 of 80, Wilson
    share = read_back(workbook_of(survey, asked_for))
    named = [
        f"Aandeel tevreden of positief{end}" for end in ("", ": 95 %-interval, van", ": 95 %-interval, tot")
    ]
    assert [share["stad", name].value for name in named] == pytest.approx([0.6, 0.2307, 0.8824], abs=0.0001)
    assert [share["vakbond", name].value for name in named] == ["[c]"] * 3  # a number would give it away


def test_a_rate_without_an_interval_beside_one_that_has_it_says_so(tmp_path):
    more = "2019-05-01,2019-05-02,A,2019-05-01,5,3,4,1.00\n"
    data = loaded(tmp_path, META + more, HEAD + "2019-05-01,A,Search,80,48,1.00,EUR\n")
    cells = read_back(workbook_of(measures.reach(data, _choice()), _choice()))
    assert cells["Meta, betaald", "Klikratio"].value == pytest.approx(4 / 3)
    assert cells["Meta, betaald", "Klikratio: 95 %-interval, van"].value == "geen"
    assert cells["Google Ads, zoeken, betaald", "Bereik"].value == "niet in de export [z]"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_figure_with_a_value_is_a_number_in_every_workbook(examples, choice, lang: str):
    asked_for = replace(choice, lang=lang)
    tables = [TABLES[name].table(examples, asked_for) for name in TABLES]
    every = [*tables, *measures.survey_tables(examples, asked_for)]
    for table in every:
        cells = read_back(workbook_of(table, asked_for))
        for figure in [row for row in table.records if not pd.isna(row["value"])]:
            told = {figure["label"]: figure["value"]} | around(figure, lang)
            found = {name: cells[figure["period"], name].value for name in told}
            assert found == pytest.approx(told, rel=1e-12), table.name
    assert any(around(figure, lang) for table in every for figure in table.records)


def test_libreoffice_reads_and_shows_the_ends_of_a_range(examples, choice, tmp_path):
    sheets = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    content = written(examples, choice, "reach", "xlsx")
    office(content, "bereik.xlsx", sheets, tmp_path)
    read = {row["kanaal"]: row for row in lines((tmp_path / "bereik-Tabel voorbeeld.csv").read_bytes())}
    records = TABLES["reach"].table(examples, choice).records
    own = {row["measure"]: row for row in records if row["period"] == META_NAME}
    for figure in (own["reach"], own["frequency"], own["click_rate"]):
        for name, value in ({figure["label"]: figure["value"]} | around(figure, "nl")).items():
            told, percent, _ = read[META_NAME][name].replace(",", ".").partition("%")
            assert float(told) / (100 if percent else 1) == pytest.approx(value, rel=1e-9)
    least, most = (number(own["reach"][end], "persons", lang="nl") for end in ("value", "value_high"))
    shown = squeezed(pdf_text(office(content, "bereik.xlsx", "pdf", tmp_path)))
    assert squeezed(f"minstens {least} [voorbeeld] {least} [voorbeeld] {most} [voorbeeld]") in shown


def test_a_sheet_that_is_printed_on_two_pages_names_its_rows_on_both(examples, choice):
    wide, narrow = (
        openpyxl.load_workbook(io.BytesIO(written(examples, choice, name, "xlsx"))).worksheets[1]
        for name in ("reach", "compared")
    )
    assert (wide.page_setup.fitToWidth, wide.print_title_cols) == (2, "$A:$A")
    assert not narrow.print_title_cols
    assert wide.print_title_rows == narrow.print_title_rows == "$1:$1"


META_NAME = "Meta, Facebook, betaald"


def test_examples_are_refused_for_answers_and_evidence(examples, warehouse, choice):
    real, made_up = asked(warehouse, choice, "posted")[0], asked(examples, choice, "gains")[0]
    refuse_examples([real])
    assert (made_up.rows["status"] == Status.DEMO).any()
    with pytest.raises(Refusal, match=r"refusal\.examples"):
        refuse_examples([real, made_up])


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_without_figures_is_refused(warehouse, choice, kind: str):
    with pytest.raises(Refusal, match=r"refusal\.no_figures"):
        written(warehouse, choice, "reach", kind)


def test_every_table_becomes_a_file_of_each_kind_in_both_languages(examples, choice):
    for name in TABLES:
        for lang in ("nl", "en"):
            for kind in KINDS:
                assert written(examples, replace(choice, lang=lang), name, kind), (name, kind)


def test_an_import_loads_no_pandas(tmp_path):
    code = f"""import sys
from lkdash.cli import app
try:
    app(["import", "tests/fixtures/exports/google_dutch_utf16.csv", "--store", "{tmp_path}"])
except SystemExit:
    pass
print(sorted({{"pandas", "plotly", "streamlit"}} & set(sys.modules)))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    said, *_, loaded = done.stdout.strip().splitlines()
    assert "google_dutch_utf16.csv" in said
    assert loaded == "[]"


def test_a_page_loads_no_writer_of_files():
    code = """import sys
from tests.test_pages import opened
app = opened("dekking")
assert app.title[0].value == "Wie heeft een Lerarenkaart?"
assert len(app.main.children)
print(sorted({"docx", "odfdo", "typst", "xlsxwriter", "kaleido", "lxml"} & set(sys.modules)))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
