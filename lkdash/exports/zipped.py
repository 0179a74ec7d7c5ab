"""A zip that is the same bytes whenever it holds the same: docx, odt and xlsx are zips."""

import io
from collections.abc import Mapping
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
