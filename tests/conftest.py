"""Shared by the tests: the bundled data, and a copy of its source to change and build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lkdash.build import build
from lkdash.contracts import Choice
from lkdash.db import Warehouse, open_warehouse

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
NEXT_EDITION = """answer-lerarenkaart,2022,cards_made,230.000,final,
answer-lerarenkaart,2022,cards_subscription,27.000,final,
answer-lerarenkaart,2022,cards_starters,19.000,final,
answer-lerarenkaart,2022,cards_library,/,pending,
answer-lerarenkaart,2022,staff_with_card,/,pending,
answer-lerarenkaart,2022,share_with_card,/,pending,
"""
COUNTED = {"cards_library": "99.000", "staff_with_card": "144.221", "share_with_card": "65%"}


@pytest.fixture(autouse=True)
def own_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests keeps their own imports to themselves."""
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path / "imports"))


@pytest.fixture(scope="session")
def warehouse() -> Warehouse:
    """The bundled data."""
    return open_warehouse(DATA)


@pytest.fixture
def choice(warehouse: Warehouse) -> Choice:
    """Everything shown, in Dutch."""
    return Choice(editions=("2017", "2018", "2019", "2020", "2021"), edition="2020")


@pytest.fixture
def rebuilt(tmp_path: Path) -> Callable[..., Path]:
    """A folder built from the bundled source after `change(text of cards.csv)`."""

    def rebuild(change: Callable[[str], str] = str) -> Path:
        shutil.copytree(DATA / "source", tmp_path / "source", dirs_exist_ok=True)
        cards = tmp_path / "source" / "cards.csv"
        cards.write_text(change(cards.read_text(encoding="utf-8")), encoding="utf-8")
        build(tmp_path)
        return tmp_path

    return rebuild


def one_edition_on(cards: str) -> str:
    """cards.csv a year later: edition 2022 is there, and 2021 is counted."""
    for measure, printed in COUNTED.items():
        pending = f"2021,{measure},/,pending,"
        assert pending in cards
        cards = cards.replace(pending, f"2021,{measure},{printed},final,")
    return cards + NEXT_EDITION
