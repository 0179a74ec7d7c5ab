"""The Word file: what a reader, a screen reader and LibreOffice find in it."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from lkdash.contracts import Bullets, Document, Grid, Paragraph
from lkdash.exports.docx import write_docx
from lkdash.exports.zipped import members
from tests.documents import ALT, MADE_ON, REMARKS, TITLE, document, lost, office, pdf_text


@pytest.fixture
def written(warehouse, choice):
    return write_docx(document(warehouse, choice))


def test_libreoffice_loses_nothing_of_it(warehouse, choice, tmp_path):
    made = document(warehouse, choice)
    assert lost(made, pdf_text(office(write_docx(made), "answer.docx", "pdf", tmp_path))) == []


def test_headings_lists_and_properties_are_real(written):
    word = docx.Document(BytesIO(written))
    by_style = {
        name: [p.text for p in word.paragraphs if p.style.name == name]
        for name in ("Title", "Heading 1", "Heading 2", "List Number")
    }
    assert by_style["Title"] == [TITLE]
    assert by_style["Heading 1"] == ["1. Kaarten", "Opmerkingen", "Over dit document"]
    assert by_style["Heading 2"] == ["2. Bibliotheken"]
    assert by_style["List Number"][0] == REMARKS[0]
    said = word.core_properties
    assert (said.title, said.language, said.author) == (TITLE, "nl-BE", "lkdash")
    assert said.created.date() == said.modified.date() == MADE_ON
    assert (word.sections[0].page_width.mm, word.sections[0].page_height.mm) == pytest.approx(
        (210, 297), abs=0.1
    )


def test_each_numbered_list_counts_from_one(written):
    word = docx.Document(BytesIO(written))
    used = [
        p._p.pPr.numPr.numId.val
        for p in word.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    numbering = word.part.numbering_part.element
    assert len(set(used)) == 4  # remarks, the notes of two tables, the notes left
    for number in set(used):
        (override,) = numbering.num_having_numId(number).findall(qn("w:lvlOverride"))
        assert override.find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_tables_have_a_repeated_header_and_rows_that_do_not_split(warehouse, choice, written):
    grids = [block for block in document(warehouse, choice).blocks if isinstance(block, Grid)]
    word = docx.Document(BytesIO(written))
    assert len(word.tables) == len(grids) + 1
    for table, grid in zip(word.tables, grids, strict=False):
        read = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
        assert read == [list(grid.header), *(list(row) for row in grid.rows)]
        repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert repeated == [True] + [False] * len(grid.rows)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == grid.caption
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def test_the_picture_has_its_words_and_the_language_is_belgian_dutch(written, warehouse, choice):
    word = docx.Document(BytesIO(written))
    assert [shape._inline.docPr.get("descr") for shape in word.inline_shapes] == [ALT]
    (language,) = word.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "nl-BE"
    english = write_docx(document(warehouse, replace(choice, lang="en")))
    assert b'w:lang w:val="en-GB"' in members(english)["word/styles.xml"]


def test_a_paragraph_that_announces_a_list_stays_with_it(warehouse, choice):
    told = document(warehouse, choice).colophon
    blocks = (Paragraph("Dit niet:"), Bullets(("Een.",)), Paragraph("Dit wel."))
    word = docx.Document(BytesIO(write_docx(Document(blocks, told))))
    kept = {p.text: p.paragraph_format.keep_with_next for p in word.paragraphs}
    assert (kept["Dit niet:"], kept["Dit wel."]) == (True, None)


def test_the_same_document_is_the_same_bytes_and_nothing_of_a_template(written, warehouse, choice):
    assert write_docx(document(warehouse, choice)) == written
    parts = members(written)
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]
    everything = b"".join(parts.values())
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_characters_that_no_file_may_hold_are_left_out(warehouse, choice):
    made = document(warehouse, choice)
    title = replace(made.colophon, title="Een\x00 \ud800titel\x0b")
    word = docx.Document(BytesIO(write_docx(Document((Paragraph("a\x1fb\ufffe"),), title))))
    assert [p.text for p in word.paragraphs][:2] == ["Een titel", "ab"]
