"""The data in memory: every dataset that keeps its promise, and a fault for each that does not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from lkdash.contracts import DATASETS, NOT_ADDITIVE, OUTCOMES, DataFault, Dataset, Finding, Papers, Status
from lkdash.db.folder import version
from lkdash.db.frames import frame
from lkdash.db.promise import create_table, row_findings, shape_findings
from lkdash.db.queries import query_names, query_text, reads

if TYPE_CHECKING:
    import pandas as pd

MOST_KEPT = 600
Made = TypeVar("Made")


@dataclass(frozen=True)
class Warehouse:
    """The datasets of one folder, loaded and checked once. Safe to share between threads."""

    folder: Path
    connection: duckdb.DuckDBPyConnection
    faults: dict[str, DataFault]
    kept: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """The version of the bundled data, as files quote it."""
        return version(self.folder)

    def query(self, name: str, **parameters: object) -> pd.DataFrame:
        """The rows of sql/<name>.sql; raises the DataFault of a dataset that it reads."""
        for dataset in reads(name):
            if dataset in self.faults:
                raise self.faults[dataset]
        key = (name, *(tuple(v) if isinstance(v, list) else v for v in parameters.values()))
        return self.once(key, lambda: self._asked(name, parameters)).copy(deep=False)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is made of the data under this key, made once: the loaded data never changes.

        A few hundred things are kept, for all readers; what is handed out must not be changed.
        """
        known: Made | None = self.kept.get(key)
        if known is None:
            known = make()
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = known
        return known

    def _asked(self, name: str, parameters: dict[str, object]) -> pd.DataFrame:
        with self.connection.cursor() as cursor:
            return frame(cursor.execute(query_text(name), parameters or None))

    def dataset(self, name: str) -> pd.DataFrame:
        """A whole dataset, in the order of its file; raises its DataFault."""
        if name in self.faults:
            raise self.faults[name]
        return self.once(("dataset", name), lambda: self._whole(name)).copy(deep=False)

    def _whole(self, name: str) -> pd.DataFrame:
        with self.connection.cursor() as cursor:
            return frame(cursor.table(DATASETS[name].name))


def open_warehouse(folder: Path, imports: Sequence[tuple[Path, Papers]] = ()) -> Warehouse:
    """Load every dataset of a folder, and imports; a bad file becomes a fault, the others stay usable."""
    con = empty_connection()
    faults = {}
    for dataset in DATASETS.values():
        try:
            _load(con, dataset, folder / dataset.file)
        except DataFault as fault:
            con.execute(f'delete from "{dataset.name}"')
            faults[dataset.name] = fault
    for file, papers in imports:
        _load_import(con, file, papers)
    _freeze(con)
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return Warehouse(folder, con, faults)


def empty_connection() -> duckdb.DuckDBPyConnection:
    """A connection with every dataset's empty table, the arithmetic and the views."""
    con = duckdb.connect(":memory:", config={"threads": 2, "autoinstall_known_extensions": False})
    order = ", ".join(f"'{status}'" for status in Status)
    con.execute(f"create type status as enum ({order})")
    people = ", ".join(f"'{metric}'" for metric in NOT_ADDITIVE)
    con.execute(f"create macro counts_people(metric) as metric in ({people})")
    for dataset in (*DATASETS.values(), OUTCOMES):
        create_table(con, dataset)
    for name in query_names("views"):
        con.execute(query_text(name))
    return con


def _freeze(con: duckdb.DuckDBPyConnection) -> None:
    """Compute the figures once: what the views say becomes tables of the same name."""
    for view in ("figures", "editions", "current_outcomes", "outcomes_by_day"):
        con.execute(f"create table frozen as from {view}")
        con.execute(f"drop view {view}")
        con.execute(f"alter table frozen rename to {view}")


def _load_import(con: duckdb.DuckDBPyConnection, file: Path, papers: Papers) -> None:
    """The rows of one import with its papers; one that was undone in between is left out."""
    values = {"id": papers.import_id, "at": papers.imported_at, "file": papers.file, "title": papers.title}
    with suppress(duckdb.IOException):
        con.execute(query_text("store/load"), values | {"path": str(file)})


def _load(con: duckdb.DuckDBPyConnection, dataset: Dataset, file: Path) -> None:
    if not file.is_file():
        raise DataFault(dataset.name, Finding("promise.file_missing", {"file": file.name}))
    try:
        found = con.execute("describe select * from read_parquet(?)", [str(file)]).fetchall()
        for finding in shape_findings(dataset, {row[0]: row[1] for row in found}):
            raise DataFault(dataset.name, finding)
        insert = f'insert into "{dataset.name}" by name select * from read_parquet(?)'
        con.execute(insert, [str(file)])
    except duckdb.Error as error:
        finding = Finding("promise.file_damaged", {"file": file.name})
        raise DataFault(dataset.name, finding) from error
    for finding in row_findings(con, dataset):
        raise DataFault(dataset.name, finding)
