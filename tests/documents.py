"""A document as an answer is, with remarks, tables and a picture; and reading its files back."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from lkdash import measures
from lkdash.contracts import Block, Bullets, Choice, Document, Grid, Heading, Paragraph, Picture
from lkdash.db import Warehouse
from lkdash.exports import colophon, data_version, grid
from lkdash.exports.catalogue import TABLES
from lkdash.exports.order import closing
from lkdash.texts import text
from tests.needs import program

MADE_ON = date(2026, 11, 24)
TITLE = "Antwoord over de Lerarenkaart"
HOSTILE = (
    "Verzonnen: #import \"x\" *a* _b_ $c$ <b>&amp;</b> \\ `d` @e =SUM(1) [f](g) {{h}} {% i %} 'j' // k ~ l"
)
REMARKS = ("De kaart loopt per kalenderjaar.", HOSTILE, "Er is geen opsplitsing per provincie.")
ALT = "Een rood vlak, verzonnen om te testen."
DRAWN = "Grafiek bij geen tabel"
WIDE, SHARE = "posted", "library_pickup"


def document(warehouse: Warehouse, choice: Choice) -> Document:
    """Headings of both levels, numbered and plain lists, three tables, hostile words and a picture."""
    lang = choice.lang
    tables = [TABLES[name].table(warehouse, choice) for name in (WIDE, SHARE)]
    others = measures.reference_table(warehouse, "personeel", lang, "staff_fte", "successor_cost")
    blocks = (
        Paragraph(HOSTILE),
        Bullets(REMARKS, numbered=True),
        Heading("1. Kaarten"),
        grid(tables[0], text(TABLES[WIDE].title, lang), lang),
        Heading("2. Bibliotheken", level=2),
        grid(tables[1], text(TABLES[SHARE].title, lang), lang),
        Bullets(("Een punt.", HOSTILE)),
        grid(others, "Andere bronnen", lang),
        Picture(_red(), ALT, DRAWN),
    )
    told = colophon(TITLE, [*tables, others], choice, data_version(warehouse, lang), MADE_ON)
    return Document(blocks, replace(told, notes=(*told.notes, "Een opmerking bij geen tabel.")))


def _red() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 120), "red").save(out, "png")
    return out.getvalue()


def every_text(document: Document) -> list[str]:
    """All that a reader must find in a file of this document, the colophon included."""
    found = [document.colophon.title]
    for block in (*document.blocks, *closing(document)):
        found += _texts(block)
    return found


def _texts(block: Block) -> list[str]:
    match block:
        case Heading(words) | Paragraph(words):
            return [words]
        case Bullets(items):
            return list(items)
        case Grid(caption, header, rows, notes, source, _, below):
            return [caption, *header, *(cell for row in rows for cell in row), *notes, source, *below]
        case Picture(_, _, caption, below):
            return [caption, below]


def squeezed(words: str) -> str:
    """Words without any space, so that where a line breaks does not matter."""
    return re.sub(r"\s", "", words)


def lost(document: Document, read: str) -> list[str]:
    """What was in the document and not in the text read back from its file."""
    found = squeezed(read)
    return [words for words in every_text(document) if squeezed(words) not in found]


def office(content: bytes, name: str, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of this file: converted to another kind, in a folder of its own."""
    soffice = program("libreoffice-writer-nogui libreoffice-calc-nogui", "soffice")
    file = folder / name
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(order, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind.split(':')[0]}"


def pdf_text(file: Path) -> str:
    """The text of a PDF, cell by cell."""
    order = [program("poppler-utils", "pdftotext"), "-raw", str(file), "-"]
    return subprocess.run(order, check=True, capture_output=True, text=True).stdout
