"""Puts a file in its place whole or not at all, also where the machine stops halfway or two do it at once."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def beside(folder: Path) -> Path:
    """An empty file in the folder to write to; its ending is never read."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as file:
        return Path(file.name)


def publish(part: Path, place: Path) -> bool:
    """Give a written and flushed file its name; False where that name is taken already."""
    try:
        os.link(part, place)  # fails where it exists, unlike a rename
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if place.exists():
            return False
        part.rename(place)
    flush_folder(place.parent)
    return True


def flush_folder(folder: Path) -> None:
    """Make the folder's new entry survive a power cut, where the system allows it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)


def write_flushed(part: Path, content: bytes) -> None:
    """Write these bytes and wait until they are on disk."""
    with part.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
