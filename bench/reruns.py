"""How long a page's script takes when it runs again with another choice: the server's part of the wait."""

import itertools
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
SHELL = ROOT / "lkdash" / "ui" / "shell.py"
ROUNDS = 12
SECONDS = 120  # before a page is given up


def reruns(imports: Path) -> Iterator[tuple[str, list[float]]]:
    """Each page and the milliseconds of its warm reruns; where several can be chosen, every other one is new.

    imports: the folder of imports that the pages show.
    """
    os.environ["LKDASH_STORE"] = str(imports)
    logging.disable(logging.WARNING)  # it says each time that there is no browser
    for file in sorted((ROOT / "pages").glob("*.py")):
        app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).run()
        app.switch_page(str(file)).run()
        app.run()
        yield file.stem, [_timed(app, choice) for choice in _choices(app)]


def _choices(app: AppTest) -> list[object]:
    """What to choose in turn in the page's first group of buttons; nothing where it has none."""
    groups = app.get("button_group")
    if not groups:
        return [None] * ROUNDS
    options, several = groups[0].options, isinstance(groups[0].value, list)
    if not several:
        return [options[at % len(options)] for at in range(ROUNDS)]
    fresh = [list(some) for size in (4, 3, 2) for some in itertools.combinations(options, size)]
    return [choice for some in fresh[: ROUNDS // 2] for choice in (some, options)]


def _timed(app: AppTest, choice: object) -> float:
    if choice is not None:
        app.get("button_group")[0].set_value(choice)
    start = time.monotonic()
    app.run()
    assert not app.exception
    return (time.monotonic() - start) * 1000
