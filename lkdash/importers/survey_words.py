"""The words of survey.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Lists of names by what they tell, and the scales."""
    with (Path(__file__).parent / "survey.toml").open("rb") as file:
        return tomllib.load(file)
