"""A document as odt (odfdo): headings with outline levels, real lists, tables with header rows."""

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import datetime, time
from itertools import count
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import odfdo
from odfdo import Document as Writer
from odfdo import Element, Frame, Header
from PIL import Image

from lkdash.contracts import Block, Bullets, Colophon, Document, Grid, Heading, Paragraph, Picture
from lkdash.exports.layout import KEPT_WHOLE, LANGUAGES, MANY, bold_rows, leading, lines, numeric, widths
from lkdash.exports.order import whole
from lkdash.exports.zipped import members, zipped
from lkdash.formats import unbroken
from lkdash.texts import text
from lkdash.theme import ACCENT, RULE, TEXT

STYLES = Path(__file__).parent / "odt_styles.xml"
WIDTH = 17.0  # cm
TABLE = f'style:width="{WIDTH}cm" table:align="left" fo:margin-bottom="4pt"'
_LINED = 'fo:padding="0.05cm 0.15cm" fo:border="none" fo:border-bottom='
CELLS = {
    "Head": f'{_LINED}"0.75pt solid {TEXT}" fo:border-top="1.5pt solid {TEXT}" style:vertical-align="bottom"',
    "Body": f'{_LINED}"0.5pt solid {RULE}"',
    "Last": f'{_LINED}"0.75pt solid {TEXT}"',
}
LEFT_OVER = ("Thumbnails/", "Configurations2/", "manifest.rdf")
LEFT_OVER_ENTRY = rb'<manifest:file-entry [^>]*full-path="(Thumbnails|Configurations2|manifest.rdf)[^>]*/>'


def write_odt(document: Document) -> bytes:
    """The document as an OpenDocument text of A4 pages; the same document gives the same bytes."""
    told, writer = whole(document), Writer("text")
    writer.body.clear()
    _prepare(writer, told.colophon)
    writer.body.append(odfdo.Paragraph(unbroken(told.colophon.title), style="Title"))
    tables = count(1)
    for block, leads in zip(told.blocks, leading(told.blocks), strict=True):
        for element in _elements(writer, block, tables, leads):
            writer.body.append(element)
    out = io.BytesIO()
    writer.save(out)
    return zipped(_tidied(members(out.getvalue())), stored=("mimetype",))


def _elements(writer: Writer, block: Block, tables: Iterator[int], leads: bool) -> Iterator[Element]:
    match block:
        case Heading(words, level):
            yield Header(level, unbroken(words), style=f"Heading_20_{level}")
        case Paragraph(words):
            yield odfdo.Paragraph(unbroken(words), style="Lead" if leads else "Standard")
        case Bullets(items, numbered):
            yield _list(items, "Numbered" if numbered else "Bulleted", "List")
        case Grid():
            yield from _grid(writer, block, next(tables))
        case Picture(png, alt, caption, below):
            if caption:
                yield odfdo.Paragraph(unbroken(caption), style="Caption")
            yield _picture(writer, png, alt, "Lead" if below else "Standard")
            yield from _below((below,) if below else ())


def _list(items: tuple[str, ...], style: str, look: str) -> Element:
    """A real list; each numbered one counts from 1."""
    told = odfdo.List(style=style)
    for item in items:
        told.append(odfdo.ListItem(odfdo.Paragraph(unbroken(item), style=look)))
    return told


def _grid(writer: Writer, grid: Grid, at: int) -> Iterator[Element]:
    yield odfdo.Paragraph(unbroken(grid.caption), style="Caption")
    yield _table(writer, grid, at)
    told = tuple(words for words in (grid.source, *grid.below) if words)
    if grid.notes:
        yield _list(grid.notes, "Numbered", "Note" if told else "Last_20_Note")
    yield from _below(told)


def _below(told: tuple[str, ...]) -> Iterator[Element]:
    """The source line and what stands under it, on one page."""
    for words in told:
        yield odfdo.Paragraph(unbroken(words), style="Source" if words == told[-1] else "Below")


def _table(writer: Writer, grid: Grid, at: int) -> Element:
    table = _made("table:table", **{"table:name": f"Table{at}", "table:style-name": f"Table{at}"})
    long, told = len(grid.rows) > KEPT_WHOLE, bool(grid.notes or grid.source or grid.below)
    together = "" if long or not told else ' fo:keep-with-next="always"'
    look = f'{TABLE} style:may-break-between-rows="{str(long).lower()}"{together}'
    _style(writer, f"Table{at}", "table", look)
    table.append(_made("table:title", grid.caption))
    for number, part in enumerate(widths(grid), start=1):
        name = f"Table{at}.{number}"
        _style(writer, name, "table-column", f'style:column-width="{WIDTH * part:.3f}cm"')
        table.append(_made("table:table-column", **{"table:style-name": name}))
    head = _made("table:table-header-rows")
    head.append(_row(grid, grid.header, "Head"))
    table.append(head)
    for line in grid.rows:
        table.append(_row(grid, line, "Last" if line is grid.rows[-1] else "Body"))
    return table


def _row(grid: Grid, line: tuple[str, ...], look: str) -> Element:
    row = _made("table:table-row", **{"table:style-name": "Kept"})
    for at, (words, right) in enumerate(zip(line, numeric(grid), strict=True)):
        bold = look == "Head" or (at == 0 and bold_rows(grid))
        small = "_20_Small" if len(grid.header) > MANY else ""
        style = f"Table_20_{'Header' if bold else 'Text'}{'_20_Right' if right else ''}{small}"
        cell = _made("table:table-cell", **{"table:style-name": look, "office:value-type": "string"})
        cell.append(odfdo.Paragraph("\n".join(lines(words)), style=style))
        row.append(cell)
    return row


def _made(tag: str, words: str = "", **attributes: str) -> Element:
    element = Element.from_tag(tag)
    element.text = words
    for name, value in attributes.items():
        element.set_attribute(name, value)
    return element


def _picture(writer: Writer, png: bytes, alt: str, style: str) -> Element:
    """A picture as wide as the page, with the words for whoever cannot see it."""
    wide, high = Image.open(io.BytesIO(png)).size
    place = f"Pictures/{hashlib.sha256(png).hexdigest()[:16]}.png"
    writer.set_part(place, png)
    writer.manifest.add_full_path(place, "image/png")
    size = (f"{WIDTH}cm", f"{WIDTH * high / wide:.3f}cm")
    frame = Frame.image_frame(place, name=place, size=size, anchor_type="as-char")
    frame.svg_description = alt
    paragraph = odfdo.Paragraph(style=style)
    paragraph.append(frame)
    return paragraph


def _prepare(writer: Writer, colophon: Colophon) -> None:
    """Styles, footer, language and properties."""
    page = text("document.page", colophon.lang, page="\0", pages="\0").split("\0")
    words = {"title": colophon.title} | dict(zip(("before", "between", "after"), page, strict=True))
    words |= {
        "language": colophon.lang,
        "country": LANGUAGES[colophon.lang][3:],
        "ink": TEXT,
        "accent": ACCENT,
    }
    filled = Template(STYLES.read_text(encoding="utf-8")).substitute({k: escape(v) for k, v in words.items()})
    writer.set_part("styles.xml", filled.encode())
    _style(writer, "Kept", "table-row", 'fo:keep-together="always"')
    for name, look in CELLS.items():
        _style(writer, name, "table-cell", look)
    said, made = writer.meta, datetime.combine(colophon.made_on, time())
    said.title, said.subject, said.description = colophon.title, colophon.scope, colophon.version
    said.language = LANGUAGES[colophon.lang]
    said.creator = said.initial_creator = said.generator = "lkdash"
    said.creation_date = said.date = made


def _style(writer: Writer, name: str, family: str, look: str) -> None:
    inner = f"<style:{family}-properties {look}/>"
    said = f'<style:style style:name="{name}" style:family="{family}">{inner}</style:style>'
    writer.insert_style(said, automatic=True)


def _tidied(files: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of the file without the template's thumbnail and empty folders."""
    kept = {name: part for name, part in files.items() if not name.startswith(LEFT_OVER)}
    kept["META-INF/manifest.xml"] = re.sub(LEFT_OVER_ENTRY, b"", kept["META-INF/manifest.xml"])
    return kept
