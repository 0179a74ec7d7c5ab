"""A connection for one import: bounded memory, spilling into the import's own work folder."""

from pathlib import Path

import duckdb

Connection = duckdb.DuckDBPyConnection
QueryError = duckdb.Error


def is_full(error: duckdb.Error) -> bool:
    """Did a query find no room on disk, for what it writes or for what does not fit in memory?"""
    return any(words in str(error) for words in ("No space left", "'max_temp_directory_size'"))


def scratch(work: Path) -> Connection:
    """A fresh database in memory that may read and spill in `work` alone."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": "500MB",
        "temp_directory": str(work / "spill"),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    con = duckdb.connect(":memory:", config=config)
    con.execute("set enable_progress_bar = false")  # it would stand in what is printed
    return con
