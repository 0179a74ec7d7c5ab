"""A document as docx (python-docx): real headings, lists and tables that Word and LibreOffice read alike."""

import io

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell

from lkdash.contracts import Block, Bullets, Document, Grid, Heading, Paragraph, Picture
from lkdash.exports.docx_style import TABLE_STYLE, WIDTH, dress, restarted, tidied
from lkdash.exports.layout import KEPT_WHOLE, MANY, bold_rows, leading, lines, numeric, widths
from lkdash.exports.order import whole
from lkdash.exports.zipped import members, zipped
from lkdash.formats import unbroken


def write_docx(document: Document) -> bytes:
    """The document as a Word file of A4 pages; the same document gives the same bytes."""
    word, told = docx.Document(), whole(document)
    dress(word, told.colophon)
    word.add_paragraph(unbroken(told.colophon.title), style="Title")
    for block, leads in zip(told.blocks, leading(told.blocks), strict=True):
        _add(word, block, leads)
    out = io.BytesIO()
    word.save(out)
    return zipped(tidied(members(out.getvalue())))


def _add(word: Word, block: Block, leads: bool) -> None:
    match block:
        case Heading(words, level):
            word.add_paragraph(unbroken(words), style=f"Heading {level}")
        case Paragraph(words):
            word.add_paragraph(unbroken(words)).paragraph_format.keep_with_next = leads or None
        case Bullets(items, numbered):
            _list(word, items, "List Number" if numbered else "List Bullet")
        case Grid():
            _grid(word, block)
        case Picture():
            _picture(word, block)


def _list(
    word: Word, items: tuple[str, ...], style: str, look: str | None = None, *, kept: bool = False
) -> None:
    """A real list; each numbered one counts from 1. kept: on one page, with what follows."""
    number = restarted(word, style) if "Number" in style else None
    for item in items:
        paragraph = word.add_paragraph(unbroken(item), style=look or style)
        paragraph.paragraph_format.keep_with_next = kept or None
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number


def _grid(word: Word, grid: Grid) -> None:
    word.add_paragraph(grid.caption, style="Caption")
    table = word.add_table(rows=0, cols=len(grid.header), style=TABLE_STYLE)
    table.autofit = False
    for column, part in zip(table.columns, widths(grid), strict=True):
        column.width = Mm(WIDTH * part)
    _described(table, grid.caption)
    _row(table, grid, grid.header, head=True, kept=True)
    told = tuple(words for words in (grid.source, *grid.below) if words)
    for at, line in enumerate(grid.rows, start=1):
        follows = at < len(grid.rows) or bool(grid.notes or told)
        _row(table, grid, line, kept=follows and len(grid.rows) <= KEPT_WHOLE)
    word.add_paragraph(style="Table End").paragraph_format.keep_with_next = bool(grid.notes or told) or None
    _list(word, grid.notes, "List Number", "Note", kept=bool(told))
    _below(word, told)


def _below(word: Word, told: tuple[str, ...]) -> None:
    """The source line and what stands under it, on one page."""
    for words in told:
        paragraph = word.add_paragraph(unbroken(words), style="Source" if words == told[-1] else "Below")
        paragraph.paragraph_format.keep_with_next = words != told[-1] or None


def _described(table: WordTable, caption: str) -> None:
    """The title that a screen reader says, and which cells are headers."""
    properties = table._tbl.tblPr
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), caption)
    properties.append(title)
    look = properties.find(qn("w:tblLook"))
    for name, on in {"firstRow": 1, "firstColumn": 1, "noHBand": 1, "noVBand": 1, "lastRow": 0}.items():
        look.set(qn(f"w:{name}"), str(on))


def _row(
    table: WordTable, grid: Grid, line: tuple[str, ...], *, head: bool = False, kept: bool = False
) -> None:
    """A row that no page break splits; a header row is repeated on every page."""
    row = table._tbl.add_tr()
    properties = row.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader") if head else ("w:cantSplit",):
        properties.append(OxmlElement(name))
    small = " Small" if len(grid.header) > MANY else ""
    for at, (words, part, right) in enumerate(zip(line, widths(grid), numeric(grid), strict=True)):
        bold = head or (at == 0 and bold_rows(grid))
        cell = _Cell(row.add_tc(), table)
        cell.width = Mm(WIDTH * part)
        paragraph = cell.paragraphs[0]
        paragraph.style = f"Table {'Header' if bold else 'Text'}{small}"
        paragraph.paragraph_format.keep_with_next = kept
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.add_run("\n".join(lines(words)))


def _picture(word: Word, picture: Picture) -> None:
    if picture.caption:
        word.add_paragraph(unbroken(picture.caption), style="Caption")
    paragraph = word.add_paragraph(style="Picture")
    paragraph.paragraph_format.keep_with_next = bool(picture.below) or None
    run = paragraph.add_run()
    shape = run.add_picture(io.BytesIO(picture.png), width=Mm(WIDTH))
    shape._inline.docPr.set("descr", picture.alt)
    _below(word, (picture.below,) if picture.below else ())
