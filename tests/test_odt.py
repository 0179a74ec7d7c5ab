"""The OpenDocument file: what a reader, a screen reader and LibreOffice find in it."""

from dataclasses import replace
from io import BytesIO

import pytest
from odfdo import Document as Reader

from lkdash.contracts import Grid
from lkdash.exports.odt import write_odt
from lkdash.exports.zipped import members
from tests.documents import ALT, REMARKS, TITLE, document, lost, office, pdf_text


@pytest.fixture
def written(warehouse, choice):
    return write_odt(document(warehouse, choice))


def test_libreoffice_loses_nothing_of_it(warehouse, choice, tmp_path):
    made = document(warehouse, choice)
    assert lost(made, pdf_text(office(write_odt(made), "answer.odt", "pdf", tmp_path))) == []


def test_headings_have_their_level_and_lists_are_numbered(written):
    body = Reader(BytesIO(written)).body
    assert [(int(h.level), h.inner_text) for h in body.get_headers()] == [
        (1, "1. Kaarten"),
        (2, "2. Bibliotheken"),
        (1, "Opmerkingen"),
        (1, "Over dit document"),
    ]
    assert body.get_paragraphs()[0].inner_text == TITLE
    numbered = [each for each in body.get_elements("//text:list") if each.style == "Numbered"]
    assert len(numbered) == 4  # remarks, the notes of two tables, the notes left
    assert REMARKS[0] in numbered[0].inner_text


def test_tables_have_header_rows_and_the_cells_of_the_page(warehouse, choice, written):
    grids = [block for block in document(warehouse, choice).blocks if isinstance(block, Grid)]
    tables = Reader(BytesIO(written)).body.get_elements("//table:table")
    assert len(tables) == len(grids) + 1
    for table, grid in zip(tables, grids, strict=False):
        rows = [
            [cell.inner_text.strip().replace("\u00a0", " ") for cell in row.get_elements("table:table-cell")]
            for row in table.get_elements(".//table:table-row")
        ]
        assert rows == [list(grid.header), *(list(row) for row in grid.rows)]
        assert len(table.get_elements("table:table-header-rows/table:table-row")) == 1
        (title,) = table.get_elements("table:title")
        assert title.text == grid.caption


def test_title_language_and_the_words_of_the_picture_are_there(written, warehouse, choice):
    read = Reader(BytesIO(written))
    assert (read.meta.title, read.meta.language) == (TITLE, "nl-BE")
    parts = members(written)
    assert b'fo:language="nl" fo:country="BE"' in parts["styles.xml"]
    assert f"<svg:desc>{ALT}</svg:desc>".encode() in parts["content.xml"]
    english = members(write_odt(document(warehouse, replace(choice, lang="en"))))
    assert b'fo:language="en" fo:country="GB"' in english["styles.xml"]


def test_the_same_document_is_the_same_bytes_and_starts_with_its_type(written, warehouse, choice):
    assert write_odt(document(warehouse, choice)) == written
    assert written[38:].startswith(b"application/vnd.oasis.opendocument.text")
    assert set(members(written)) - {"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml"} == {
        "META-INF/manifest.xml",
        next(name for name in members(written) if name.startswith("Pictures/")),
    }
