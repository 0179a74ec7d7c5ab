"""A document as a page that stands alone, read back by a parser; tests/browser looks at it in a browser."""

import re
from dataclasses import replace

import pytest
from lxml import html

from lkdash.contracts import Grid
from lkdash.exports.html import write_html
from lkdash.formats import unbroken
from tests.documents import ALT, REMARKS, TITLE, document, lost


@pytest.fixture
def written(warehouse, choice):
    return write_html(document(warehouse, choice))


def test_nothing_is_lost_and_every_word_is_escaped(warehouse, choice, written):
    read = html.fromstring(written)
    for line in read.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    assert lost(document(warehouse, choice), read.find("body").text_content()) == []
    assert b"<b>" not in written


def test_language_title_headings_and_header_cells_are_marked(warehouse, choice, written):
    read = html.fromstring(written)
    assert read.get("lang") == "nl-BE"
    assert read.findtext("head/title") == TITLE
    assert [h.text for h in read.iter("h1")] == [TITLE]
    assert [h.text for h in read.iter("h3")] == ["2. Bibliotheken"]
    assert [item.text for item in next(read.iter("ol"))] == [unbroken(remark) for remark in REMARKS]
    grids = [block for block in document(warehouse, choice).blocks if isinstance(block, Grid)]
    for table, grid in zip(read.iter("table"), grids, strict=False):
        assert table.findtext("caption") == grid.caption
        assert [cell.text for cell in table.iterfind("thead/tr/th[@scope='col']")] == list(grid.header)
        assert [cell.text for cell in table.iterfind("tbody/tr/th[@scope='row']")] == [
            row[0] for row in grid.rows
        ]
    assert [image.get("alt") for image in read.iter("img")] == [ALT]
    assert b'lang="en-GB"' in write_html(document(warehouse, replace(choice, lang="en")))


def test_it_stands_alone(written):
    read = html.fromstring(written)
    assert not list(read.iter("script", "link", "iframe"))
    assert all(image.get("src").startswith("data:") for image in read.iter("img"))
    assert not re.search(rb"url\(|@import", written.split(b"</style>")[0])
