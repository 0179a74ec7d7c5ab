"""The PDF: nothing lost, and what PDF/UA asks for read back from its tags."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from lkdash.contracts import Document, Grid, Heading, Paragraph, Picture
from lkdash.exports.pdf import write_pdf
from tests.documents import ALT, HOSTILE, MADE_ON, TITLE, document, every_text, lost, pdf_text


@pytest.fixture
def written(warehouse, choice):
    return write_pdf(document(warehouse, choice))


def tags(reader: PdfReader) -> Iterator[dict]:
    """Every element of the structure tree, in reading order."""

    def below(kids) -> Iterator[dict]:
        for kid in kids if isinstance(kids, list) else [kids]:
            element = kid.get_object()
            if isinstance(element, dict) and "/S" in element:
                yield element
                yield from below(element.get("/K", []))

    yield from below(reader.root_object["/StructTreeRoot"]["/K"])


def test_nothing_is_lost_and_no_word_is_read_as_code(warehouse, choice, written, tmp_path):
    file = tmp_path / "answer.pdf"
    file.write_bytes(written)
    made = document(warehouse, choice)
    assert HOSTILE in every_text(made)
    assert lost(made, pdf_text(file)) == []


def test_title_language_and_standard_are_in_the_file(written, warehouse, choice):
    reader = PdfReader(BytesIO(written))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/Lang"] == "nl-BE"
    assert reader.metadata.title == TITLE
    assert reader.metadata.creation_date.date() == MADE_ON
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    english = write_pdf(document(warehouse, replace(choice, lang="en")))
    assert PdfReader(BytesIO(english)).root_object["/Lang"] == "en-GB"


def test_headers_of_tables_headings_lists_and_the_picture_are_tagged(warehouse, choice, written):
    grids = [block for block in document(warehouse, choice).blocks if isinstance(block, Grid)]
    found = list(tags(PdfReader(BytesIO(written))))
    names = [element["/S"] for element in found]
    assert names.count("/Title") == 1
    assert (names.count("/H1"), names.count("/H2")) == (3, 1)
    assert names.count("/Table") == names.count("/THead") == len(grids) + 1
    assert names.count("/Caption") == len(grids) + 2  # and of the picture
    headers = [element for element in found if element["/S"] == "/TH"]
    assert len(headers) == sum(len(grid.header) for grid in grids) + 2
    assert all(element["/A"][0]["/Scope"] == "/Column" for element in headers)
    assert names.count("/L") == 5  # remarks, bullets, the notes of two tables, the notes left
    assert [element["/Alt"] for element in found if element["/S"] == "/Figure"] == [ALT]


def test_the_fonts_are_in_the_file_and_the_bytes_are_the_same_each_time(written, warehouse, choice):
    assert write_pdf(document(warehouse, choice)) == written
    for page in PdfReader(BytesIO(written)).pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            kept = inner.get_object()["/FontDescriptor"].get_object().keys()
            assert kept & {"/FontFile", "/FontFile2", "/FontFile3"}


def test_a_heading_of_level_two_alone_is_made_fit_and_a_picture_without_words_is_refused(warehouse, choice):
    told = document(warehouse, choice).colophon
    names = [e["/S"] for e in tags(PdfReader(BytesIO(write_pdf(Document((Heading("Kop", 2),), told)))))]
    assert "/H2" not in names
    picture = next(b for b in document(warehouse, choice).blocks if isinstance(b, Picture))
    with pytest.raises(typst.TypstError, match="alt"):
        write_pdf(Document((Paragraph("x"), replace(picture, alt="")), told))
