"""The promise of a dataset: its columns, key and bounds, as one object."""

from dataclasses import dataclass
from enum import StrEnum

FRICTIONLESS_TYPES = {
    "VARCHAR": "string",
    "DOUBLE": "number",
    "INTEGER": "integer",
    "DATE": "date",
    "BOOLEAN": "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column: its DuckDB type, whether it may be empty, its bounds and allowed words."""

    name: str
    type: str = "VARCHAR"
    required: bool = True
    minimum: float | None = None
    allowed: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Dataset:
    """One parquet file: what a row is, its columns in order, and the columns that identify a row."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def file(self) -> str:
        """Name of the parquet file in the data folder."""
        return f"{self.name}.parquet"


def words(kind: type[StrEnum]) -> tuple[str, ...]:
    """The allowed words of an enumeration."""
    return tuple(str(member) for member in kind)
