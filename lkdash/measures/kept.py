"""Measures that are worked out once: the loaded data never changes, so neither does the answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from lkdash.contracts import Choice
from lkdash.db import Warehouse

P = ParamSpec("P")
Made = TypeVar("Made")
Measure = Callable[Concatenate[Warehouse, P], Made]


def kept(*read: str) -> Callable[[Measure[P, Made]], Measure[P, Made]]:
    """A decorator: asked the same of the same warehouse, the measure gives what it made the first time.

    read: the parts of a Choice that the measure reads. It is given no others, so that a choice which
    differs elsewhere asks the same. What is handed out is to read, not to change.
    """

    def decorate(measure: Measure[P, Made]) -> Measure[P, Made]:
        @wraps(measure)
        def ask(warehouse: Warehouse, /, *args: P.args, **named: P.kwargs) -> Made:
            given: list[Any] = [part.only(*read) if isinstance(part, Choice) else part for part in args]
            key = (measure.__module__, measure.__qualname__, *given, *named.items())
            made = warehouse.once(key, lambda: measure(warehouse, *given, **named))
            return made.copy(deep=False) if isinstance(made, pd.DataFrame) else made

        return ask

    return decorate
