"""Any table in any layout is read back as it was; any damaged file is read rightly or refused with a sentence."""

import contextlib
import csv
import io
import itertools
import os
import random
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lkdash.contracts.outcome import AMOUNTS, MEASURED
from lkdash.importers import receive
from lkdash.importers.layout import layouts
from lkdash.store import Store
from lkdash.texts import sentence
from tests.exporting import ENCODINGS, export, metrics
from tests.test_importers import CASES, EXPORTS

LAYOUTS = [(layout.name, lang) for layout in layouts().values() for lang in layout.columns]
MUTATIONS = int(os.environ.get("LKDASH_MUTATIONS", "400"))  # 10.000 before a release: make mutations
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda s: f"C {s}"
)


def values(metric: str) -> st.SearchStrategy[float | None]:
    whole = st.integers(0, 10_000_000).map(float)
    cents = st.integers(0, 10_000_000).map(lambda n: n / 100)
    return st.none() | (cents if metric in (*AMOUNTS, *MEASURED) else whole)


@st.composite
def exports(draw: st.DrawFn):
    name, lang = draw(st.sampled_from(LAYOUTS))
    layout = layouts()[name]
    row = st.fixed_dictionaries({metric: values(metric) for metric in metrics(layout, lang)})
    rows = draw(st.lists(row, min_size=1, max_size=6))
    names = draw(st.lists(NAMES, min_size=len(rows), max_size=len(rows)))
    written = export(
        layout,
        lang,
        rows,
        day=draw(st.dates(date(2015, 1, 1), date(2030, 12, 31))),
        delimiter=draw(st.sampled_from([",", ";", "\t"])),
        encoding=draw(st.sampled_from(ENCODINGS)),
        names=names,
    )
    return name, written


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exports())
def test_any_table_in_any_layout_is_read_back_as_it_was(made):
    name, written = made
    assume(written.totals)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.csv"
        file.write_bytes(written.content)
        receipt = receive(file, Store(Path(folder) / "store"))
    if receipt.status == "refused":  # only for what the file itself leaves open
        assert {p.key for p in receipt.problems} <= {"refusal.undecidable_number"}
        return
    assert receipt.layout == name
    assert receipt.rows_kept == written.rows
    assert receipt.totals == pytest.approx(written.totals, abs=1e-6)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    mutated = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        mutated[chance.randrange(len(mutated))] ^= 1 << chance.randrange(8)
    return bytes(mutated)


def recoded(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig")
    return text.encode(
        chance.choice(["latin-1", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"]), "replace"
    )


def redelimited(content: bytes, chance: random.Random) -> bytes:
    old, new = chance.sample([b",", b";", b"\t", b"|"], 2)
    return content.replace(old, new)


def swapped(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    width = max(len(row) for row in rows)
    one, other = chance.randrange(width), chance.randrange(width)
    for row in rows:
        if len(row) == width:
            row[one], row[other] = row[other], row[one]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def lines_moved(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + 1 :] + (lines[at : at + 1] if chance.random() < 0.5 else []))


MUTATORS = (cut, flipped, recoded, redelimited, swapped, lines_moved)
TEXTS = [name for name in CASES if name.endswith(".csv")]


QUARTILES = ("video_25", "video_50", "video_75", "video_100")  # follow from two cells
COUNTED = ("limesurvey", "qualtrics", "template")  # answers and words, no columns of numbers


def faithful(content: bytes, receipt) -> bool:
    """Is every total what a column of the file, or two of them, adds up to over the rows that were kept?

    An independent look at the digits alone: rows that stand together, but for those that were dropped.
    """
    if receipt.layout in COUNTED:
        return True
    numbers = [t for m, t in receipt.totals.items() if isinstance(t, int | float) and m not in QUARTILES]
    dropped = sum(receipt.rows_dropped.values())
    sums = [column for rows in tables(content) for column in columns(rows)]
    possible = {round(total, 4) for one in sums for total in added(one, receipt.rows_kept, dropped)}
    return all(
        round(total, 4) in possible or round(total, 4) in pairs(sums, receipt.rows_kept, dropped)
        for total in numbers
        if total
    )


def tables(content: bytes):
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    digits = (
        content.decode("utf-16" if utf16 else "utf-8-sig", "replace").replace("\0", "").replace("\r", "\n")
    )
    for delimiter in (",", ";", "\t"):
        rows = [row for row in csv.reader(io.StringIO(digits), delimiter=delimiter) if any(row)]
        yield rows


def columns(rows: list[list[str]]) -> list[list[float]]:
    """Each column with either decimal sign; what is no number counts for nothing."""
    width = max((len(row) for row in rows), default=0)
    return [
        [reading(row[at], comma) if at < len(row) else 0.0 for row in rows]
        for at in range(width)
        for comma in (False, True)
    ]


def added(column: list[float], kept: int, dropped: int) -> set[float]:
    """The sums of so many rows that stand together, without any so many of them."""
    windows = (column[at : at + kept + dropped] for at in range(max(1, len(column) - kept + 1)))
    return {
        sum(window) - sum(left)
        for window in windows
        for left in itertools.combinations(window, min(dropped, 3))
    }


def pairs(sums: list[list[float]], kept: int, dropped: int) -> set[float]:
    """Two columns of one metric: organic and promoted, or two goals."""
    both = ([a + b for a, b in zip(*pair, strict=False)] for pair in itertools.combinations(sums, 2))
    return {round(total, 4) for column in both for total in added(column, kept, dropped)}


def reading(cell: str, comma: bool) -> float:
    plain = cell.strip().removeprefix("US").strip("€$% ").strip()
    if not plain or not set(plain) <= set("0123456789.,-"):
        return 0.0
    number = plain.replace(".", "").replace(",", ".") if comma else plain.replace(",", "")
    with contextlib.suppress(ValueError):
        return float(number)
    return 0.0


@pytest.mark.parametrize("block", range(20))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path, block: int):
    chance = random.Random(block)
    for at in range(MUTATIONS // 20):
        name = chance.choice(TEXTS)
        content = chance.choice(MUTATORS)((EXPORTS / name).read_bytes(), chance)
        file = tmp_path / f"{at}.csv"
        file.write_bytes(content)
        receipt = receive(file, Store(tmp_path / "store"), dry_run=True)
        assert receipt.status in ("imported", "refused")
        if receipt.status == "refused":
            assert receipt.problems
        for problem in receipt.problems:
            assert sentence(problem, "nl")
            assert sentence(problem, "en")
        if receipt.status == "imported":
            assert receipt.rows_kept + sum(receipt.rows_dropped.values()) == receipt.rows_read
            assert (
                all(total >= 0 for total in receipt.totals.values() if isinstance(total, int | float))
                or "subscribers" in receipt.totals
            )
            assert faithful(content, receipt), (name, receipt)
            assert said_where_cut(name, content, receipt), (name, receipt)


def said_where_cut(name: str, content: bytes, receipt) -> bool:
    """Is a file that ends within a line of the original of a platform that may leave it so, and noted?"""
    whole = (EXPORTS / name).read_bytes()
    inside = whole.startswith(content) and content[-2:].strip(b"\0") not in (b"\n", b"\r")
    inside = inside and not content.rstrip(b"\0").endswith((b"\n", b"\r"))
    if not inside:
        return True
    open_ends = {name for name, layout in layouts().items() if layout.ends_open}
    noted = "import_note.no_line_end" in {problem.key for problem in receipt.problems}
    return noted and receipt.layout in open_ends
