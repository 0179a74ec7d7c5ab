"""A zip that is the same bytes whenever it holds the same: docx, odt and xlsx are zips."""

import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can name


def members(content: bytes) -> dict[str, bytes]:
    """The files in a zip by name, in their order."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A zip of these files in this order, without the time of writing; those in `stored` uncompressed."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, FIXED)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, content)
    return out.getvalue()


def copied(source: Path, out: BinaryIO, change: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Copy a zip piece by piece, however large, without the time of writing.

    change: name of a small file in it → what to replace in that file, and by what.
    """
    with ZipFile(source) as archive, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in archive.namelist():
            entry = ZipInfo(name, FIXED)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            with archive.open(name) as read, target.open(entry, "w", force_zip64=True) as written:
                if name in change:
                    written.write(read.read().replace(*change[name]))
                else:
                    shutil.copyfileobj(read, written, 1 << 20)
