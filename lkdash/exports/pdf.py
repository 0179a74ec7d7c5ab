"""A document as a tagged PDF/UA-1 (typst): its words go in as data, and the fonts are typst's own."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from lkdash.contracts import Block, Bullets, Document, Grid, Heading, Paragraph, Picture
from lkdash.exports.layout import KEPT_WHOLE, LANGUAGES, MANY, bold_rows, leading, lines, numeric, widths
from lkdash.exports.order import whole
from lkdash.formats import unbroken
from lkdash.texts import text
from lkdash.theme import ACCENT, RULE, TEXT

TEMPLATE = Path(__file__).parent / "pdf.typ"


def write_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1 on A4, always the same bytes; typst raises where it would break the norm."""
    told = whole(document)
    made = datetime.combine(told.colophon.made_on, time(), UTC)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(TEMPLATE.read_bytes())
        blocks = list(_blocks(told.blocks, root))
        (root / "document.json").write_text(json.dumps(_head(told) | {"blocks": blocks}), encoding="utf-8")
        return typst.compile(
            root / "main.typ",
            root=root,
            format="pdf",
            pdf_standards="ua-1",
            timestamp=made,
            ignore_system_fonts=True,
            package_path=root,
            package_cache_path=root,
        )


def _head(told: Document) -> dict[str, Any]:
    lang, region = LANGUAGES[told.colophon.lang].split("-")
    return {
        "title": unbroken(told.colophon.title),
        "version": told.colophon.version,
        "lang": lang,
        "region": region,
        "page": text("document.page", told.colophon.lang, page="\0", pages="\0").split("\0"),
        "ink": TEXT,
        "rule": RULE,
        "accent": ACCENT,
    }


def _blocks(blocks: tuple[Block, ...], root: Path) -> Iterator[dict[str, Any]]:
    depth = 0
    for at, (block, leads) in enumerate(zip(blocks, leading(blocks), strict=True)):
        match block:
            case Heading(words, level):
                depth = min(level, depth + 1)  # PDF/UA knows no level 2 without a level 1 above it
                yield {"kind": "heading", "level": depth, "text": unbroken(words)}
            case Paragraph(words):
                yield {"kind": "paragraph", "text": unbroken(words), "leads": leads}
            case Bullets(items, numbered):
                yield {"kind": "bullets", "numbered": numbered, "items": [unbroken(item) for item in items]}
            case Grid():
                yield _grid(block)
            case Picture(png, alt, caption, below):
                (root / f"{at}.png").write_bytes(png)
                told = {"alt": alt, "caption": unbroken(caption), "below": unbroken(below)}
                yield {"kind": "picture", "file": f"{at}.png", **told}


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "kind": "grid",
        "caption": unbroken(grid.caption),
        "header": ["\n".join(lines(name)) for name in grid.header],
        "rows": [["\n".join(lines(cell)) for cell in row] for row in grid.rows],
        "notes": [unbroken(note) for note in grid.notes],
        "below": [unbroken(words) for words in (grid.source, *grid.below) if words],
        "widths": widths(grid),
        "right": numeric(grid),
        "bold": bold_rows(grid),
        "whole": len(grid.rows) <= KEPT_WHOLE,
        "size": 8.5 if len(grid.header) > MANY else 9,
    }
