"""A document as one accessible page that stands alone: no script, and nothing asked of any other host."""

import base64
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lkdash.contracts import Block, Bullets, Document, Grid, Heading, Picture
from lkdash.exports.layout import LANGUAGES, bold_rows, lines, numeric
from lkdash.exports.order import whole
from lkdash.formats import unbroken
from lkdash.theme import ACCENT, BLUE, RULE, TEXT


def write_html(document: Document) -> bytes:
    """The document as a page in UTF-8; every word of it is escaped."""
    folder = FileSystemLoader(Path(__file__).parent)
    writer = Environment(
        loader=folder,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    writer.filters |= {"lines": lines, "unbroken": unbroken}
    told = whole(document)
    page = writer.get_template("page.html").render(
        lang=LANGUAGES[told.colophon.lang],
        told=told.colophon,
        blocks=[(type(block).__name__, block, _more(block)) for block in told.blocks],
        ink=TEXT,
        rule=RULE,
        accent=ACCENT,
        link=BLUE.fill,
    )
    return page.encode()


def _more(block: Block) -> Any:
    """What a block's element needs beside its words: level, name, layout or picture."""
    match block:
        case Heading(_, level):
            return level + 1
        case Bullets(_, numbered):
            return "ol" if numbered else "ul"
        case Grid():
            below = [words for words in (block.source, *block.below) if words]
            return {"right": numeric(block), "bold": bold_rows(block), "below": below}
        case Picture(png):
            return base64.b64encode(png).decode()
        case _:
            return None
