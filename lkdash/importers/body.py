"""The rows below a header as a file that DuckDB reads as they stand: the file itself where that is safe."""

import re
import shutil
from itertools import islice
from pathlib import Path

from lkdash.contracts import refuse
from lkdash.importers.plan import SAMPLE
from lkdash.importers.recognise import Recognised

# A line whose quotes, if any, hold whole cells: one record for every reader.
_CELL = r'(?:"[^"]*"|[^",;\t]*)'
_PLAIN = re.compile(rf"{_CELL}(?:[,;\t]{_CELL})*\r?\n?")


def body_of(file: Path, found: Recognised, work: Path) -> tuple[Path, int]:
    """A path without signs that a pattern could mean, and the lines to skip in it.

    Copied, with one kind of line end and without what stands above or after the table, where quotes above
    the header, several tables or mixed line ends would make readers disagree on where a row begins.
    """
    try:
        if found.layout.first_table_only or _unsafe(file, found.skip):
            return _copied(file, found, work / "body.csv"), 0
    except UnicodeDecodeError as error:
        raise refuse("encoding") from error
    return _linked(file, work / "export.csv"), found.skip


def _unsafe(file: Path, skip: int) -> bool:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        if not all(_PLAIN.fullmatch(line) for line in islice(opened, skip)):
            return True
        ends = {line.endswith("\r\n") for line in islice(opened, SAMPLE) if line.endswith("\n")}
        return len(ends) > 1


def _copied(file: Path, found: Recognised, target: Path) -> Path:
    with (
        file.open(encoding="utf-8-sig", newline="") as opened,
        target.open("w", encoding="utf-8", newline="") as written,
    ):
        for line in islice(opened, found.skip, None):
            if found.layout.first_table_only and (not line.strip() or line.startswith("# ")):
                break
            written.write(line.removesuffix("\r\n") + "\n" if line.endswith("\r\n") else line)
    return target


def _linked(file: Path, target: Path) -> Path:
    try:
        target.symlink_to(file.resolve())
    except OSError:  # a system that does not let everyone link
        shutil.copyfile(file, target)
    return target
