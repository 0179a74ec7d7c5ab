"""Where pages end: a table keeps its title, notes and source with it, and a heading what follows."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from lkdash.contracts import Block, Bullets, Colophon, Document, Grid, Heading, Paragraph, Picture
from lkdash.exports import Kind, write_document
from lkdash.exports.layout import leading
from tests.documents import _red, office
from tests.needs import program

FILLED = range(14, 32, 2)  # lines before a table: it falls on another place of its page each time
PAPERS = ("scope", "units", "choice", "version")


def section(lines: int) -> list[Block]:
    """Some lines, then what belongs together; all of it carries the number of lines."""
    rows = tuple((f"rij {at}", "1.000") for at in range(8))
    notes = tuple(f"Noot {lines}, {at}." for at in range(4))
    return [
        *(Paragraph(f"Regel {at}.") for at in range(lines)),
        Heading(f"Kop {lines},"),
        Paragraph(f"Zin {lines}, alleen."),
        Heading(f"Onder {lines},", level=2),
        Grid(
            f"Titel {lines},",
            ("a", "b"),
            rows,
            notes,
            f"Bron {lines},",
            below=(f"Som {lines},", f"Teken {lines},"),
        ),
        Picture(_red(), "Rood", f"Grafiek {lines},", f"Gearceerd {lines},"),
    ]


@pytest.fixture(scope="module")
def made() -> Document:
    about = dict.fromkeys(PAPERS, "x")
    told = Colophon(
        "Bladen", "nl", legend=(), notes=(), sources=(), made_on=date(2026, 11, 24), figure_ids=(), **about
    )
    return Document(tuple(block for lines in FILLED for block in section(lines)), told)


def pages(file: Path) -> list[str]:
    order = [program("poppler-utils", "pdftotext"), str(file), "-"]
    return subprocess.run(order, check=True, capture_output=True, text=True).stdout.split("\f")


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.ODT, Kind.PDF])
def test_a_table_stands_on_one_page_with_its_heading_notes_and_source(made, kind: Kind, tmp_path):
    file = tmp_path / "bladen.pdf"
    content = write_document(made, kind)
    if kind == Kind.PDF:
        file.write_bytes(content)
    else:
        file = office(content, f"bladen.{kind}", "pdf", tmp_path)
    read = pages(file)
    assert len(read) > 5
    for lines in FILLED:
        for names in (
            ("Kop", "Zin", "Onder", "Titel", "Noot", "Bron", "Som", "Teken"),
            ("Grafiek", "Gearceerd"),
        ):
            on = {
                at for at, page in enumerate(read) for name in names if re.search(rf"{name}\s{lines},", page)
            }
            assert len(on) == 1, (lines, names, on)


def test_a_paragraph_leads_where_it_announces_or_stands_alone_between_headings():
    blocks = (
        Heading("a"),
        Paragraph("Alleen."),
        Heading("b", 2),
        Paragraph("Dit:"),
        Bullets(("x",)),
        Paragraph("y"),
    )
    assert leading(blocks) == [False, True, False, True, False, False]
