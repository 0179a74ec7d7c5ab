"""The charts in an answer's files: drawn below their table, told where they cannot be; never in evidence."""

import io
import zipfile
from datetime import date

import pytest
from PIL import Image
from typer.testing import CliRunner

from lkdash.answers import pictures as drawing
from lkdash.answers.draft import draft
from lkdash.answers.pictures import charted, pictures
from lkdash.answers.plan import planned
from lkdash.answers.proposing import propose
from lkdash.answers.questions import known_question
from lkdash.answers.rules import rules
from lkdash.cli import app
from lkdash.contracts import Grid, Paragraph, Picture, refuse
from tests.needs import program

DAY = date(2026, 11, 25)


@pytest.fixture
def plan(warehouse, choice):
    asked = known_question(warehouse, "lerarenkaart", "nl")
    return planned("De kaart", propose(asked, rules(warehouse, "nl")), choice)


def needs_pictures() -> None:
    program("chromium", "chromium", "chromium-browser")
    pytest.importorskip("kaleido", reason="The package kaleido is not installed: no pictures of charts.")


def test_a_chart_stands_below_its_table_and_says_where_its_figures_are(warehouse, plan):
    needs_pictures()
    made = draft(warehouse, plan, DAY, pictures("nl"))
    plain = draft(warehouse, plan, DAY)
    blocks = made.document.blocks
    (at,) = (at for at, block in enumerate(blocks) if isinstance(block, Picture))
    picture, above = blocks[at], blocks[at - 1]
    assert isinstance(above, Grid)
    assert above.caption.startswith("Tabel 1. ")
    assert picture.caption.startswith("Grafiek bij tabel 1: ")
    assert "tabel 1" in picture.alt
    colours = Image.open(io.BytesIO(picture.png)).convert("RGB").getcolors(2**20)
    assert len(colours) > 10  # no empty page
    assert tuple(block for block in blocks if block is not picture) == plain.document.blocks


def test_a_chart_that_cannot_be_drawn_leaves_a_sentence_at_its_place(warehouse, plan, monkeypatch):
    needs_pictures()
    monkeypatch.setattr(drawing, "chart_picture", lambda figure: (_ for _ in ()).throw(refuse("no_picture")))
    blocks = draft(warehouse, plan, DAY, pictures("nl")).document.blocks
    assert not [block for block in blocks if isinstance(block, Picture)]
    told = "De grafiek bij tabel 1 kon niet getekend worden; al haar cijfers staan in die tabel."
    assert Paragraph(told) in blocks


def test_the_command_draws_them_or_says_why_not(tmp_path, monkeypatch):
    needs_pictures()
    out = tmp_path / "antwoord.docx"
    asked = ["answer", "--known", "lerarenkaart", "-o", str(out)]
    assert CliRunner().invoke(app, asked).stderr == ""
    assert [name for name in zipfile.ZipFile(out).namelist() if name.endswith(".png")]
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0
    assert "kaleido" in done.stderr
    assert not [name for name in zipfile.ZipFile(out).namelist() if name.endswith(".png")]
    campaign = ["answer", "--known", "echte-influencer", "-o", str(out)]
    assert CliRunner().invoke(app, campaign).stderr == ""  # it has no charts to miss


def test_the_signs_of_the_charts_are_explained_where_there_are_charts(warehouse, choice):
    asked = known_question(warehouse, "lerarenkaart", "nl")
    plan = planned("x", propose(asked, rules(warehouse, "nl")), choice)
    legends = [
        draft(warehouse, plan, date(2026, 11, 24), drawn).document.colophon.legend
        for drawn in (None, lambda name, table, at: Paragraph("grafiek"))
    ]
    assert set(legends[1]) - set(legends[0]) == {
        "gearceerd in een grafiek: schatting",
        "↑ in een grafiek: wellicht hoger",
    }


def test_evidence_is_without_pictures(tmp_path):
    out = tmp_path / "bewijs.zip"
    asked = ["answer", "--known", "lerarenkaart", "--format", "zip", "-o", str(out)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    package = zipfile.ZipFile(out)
    (answer,) = (name for name in package.namelist() if name.endswith(".docx"))
    inner = zipfile.ZipFile(io.BytesIO(package.read(answer)))
    assert not [name for name in inner.namelist() if name.endswith(".png")]


def test_a_table_without_a_chart_is_not_counted():
    assert charted(["totals", "posted"])
    assert not charted(["totals", "disruption"])
