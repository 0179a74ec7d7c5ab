"""From received bytes to a UTF-8 text file: signatures, encodings, sheets. Nothing here knows a platform."""

import codecs
import hashlib
import re
import zipfile
from pathlib import Path

from lkdash.contracts import refuse
from lkdash.store import LIMIT

CHUNK = 1 << 20
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"<svg")
PHOTOS = re.compile(rb".{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)", re.DOTALL)
PERHAPS_IMAGES = (b"BM", b"RIFF")  # a text may begin so
MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def digest(file: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def refuse_too_large(size: int) -> None:
    """Refusal for more bytes than one import may be."""
    if size > LIMIT:
        raise refuse("too_large", size=_gigabytes(size), limit=_gigabytes(LIMIT))


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}".replace(".", ",")


def as_text(file: Path, work: Path) -> tuple[Path, bool]:
    """A UTF-8 csv with the file's text (itself where it is one already), and whether it was a sheet.

    Raises Refusal for what is empty, no table, or in an encoding that cannot be told.
    """
    with file.open("rb") as opened:
        head = opened.read(4096)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise refuse("empty")
    _refuse_other_kinds(head)
    if head.startswith(b"PK"):
        return _sheet(file, work), True
    return _recoded(file, head, work), False


def _refuse_other_kinds(head: bytes) -> None:
    if head.startswith(b"%PDF"):
        raise refuse("no_table", kind="PDF")
    if head.startswith(IMAGES) or PHOTOS.match(head) or (head.startswith(PERHAPS_IMAGES) and b"\x00" in head):
        raise refuse("image")
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise refuse("old_excel")
    if head.startswith(b"\x1f\x8b"):
        raise refuse("compressed")


def _sheet(file: Path, work: Path) -> Path:
    from lkdash.importers.sheets import sheet_as_csv

    if not zipfile.is_zipfile(file):
        raise refuse("truncated_sheet")
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise refuse("truncated_sheet") from error
    if "xl/workbook.xml" not in names:
        raise refuse("zip")
    refuse_too_large(unpacked)
    return sheet_as_csv(file, work / "sheet.csv")


def _recoded(file: Path, head: bytes, work: Path) -> Path:
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise refuse("encoding")
    encoding = next((name for mark, name in MARKED if head.startswith(mark)), None)
    if encoding == "utf-8-sig":
        return file
    if encoding is None:
        if b"\x00" in head:
            raise refuse("encoding")
        return file  # read as UTF-8, which the reader verifies byte by byte
    target = work / "recoded.csv"
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    with file.open("rb") as opened, target.open("w", encoding="utf-8", newline="") as written:
        try:
            while chunk := opened.read(CHUNK):
                written.write(decoder.decode(chunk))
        except UnicodeError as error:
            raise refuse("encoding") from error
    if encoding == "utf-16" and decoder.getstate()[0]:  # half a character is left over
        raise refuse("cut_off_text")
    return target
