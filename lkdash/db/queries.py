"""The SQL files: their text, and the datasets that their header says they read."""

from functools import cache
from pathlib import Path

SQL = Path(__file__).resolve().parents[1] / "sql"


@cache
def query_text(name: str) -> str:
    """The text of sql/<name>.sql."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def reads(name: str) -> tuple[str, ...]:
    """The datasets named in the header line `-- reads: …` of a query."""
    lines = query_text(name).splitlines()
    header = next(line for line in lines if line.startswith("-- reads:"))
    return tuple(part.strip() for part in header.removeprefix("-- reads:").split(","))


def query_names(folder: str = "") -> list[str]:
    """The names of all queries in sql/ or in a folder below it, as `query_text` takes them."""
    prefix = f"{folder}/" if folder else ""
    return sorted(prefix + file.stem for file in (SQL / folder).glob("*.sql"))
