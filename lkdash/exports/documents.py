"""A document as a file of any kind; the package that a kind needs is loaded when such a file is made."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module

from lkdash.contracts import Document


class Kind(StrEnum):
    """The kinds of file that a document can be."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"

    @property
    def mime(self) -> str:
        """Its media type."""
        return _MIME[self]


_MIME = {
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.PDF: "application/pdf",
    Kind.HTML: "text/html",
}


def write_document(document: Document, kind: Kind) -> bytes:
    """The file; the same document gives the same bytes. Each kind's room is lkdash/exports/<kind>.py."""
    write: Callable[[Document], bytes] = getattr(import_module(f"lkdash.exports.{kind}"), f"write_{kind}")
    return write(document)
