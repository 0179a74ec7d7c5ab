"""The queries: they bind to the contracts, say what they read, and carry the status along."""

import re
from itertools import product

import duckdb
import pytest

from lkdash.contracts import DATASETS, OUTCOMES, Status, weakest
from lkdash.db import empty_connection, query_text, reads
from lkdash.db.queries import query_names
from tests.conftest import DATA, ROOT

QUERIES = query_names() + query_names("checks")
PARAMETERS = {
    "measures": ["cards_made"],
    "periods": ["2020"],
    "statuses": ["final"],
    "series": ["staff_fte"],
    "kinds": ["campaign"],
    "estimates": True,
    "gaps": True,
    "grain": "week",
    "by": "channel",
    "rows": "daily",
    "first": None,
    "last": None,
    "demo": True,
    "known": "lerarenkaart",
    "datasets": ["actions"],
    "figure": "LK-2020-GEM",
    "metrics": [],
}


@pytest.fixture(scope="module")
def empty() -> duckdb.DuckDBPyConnection:
    return empty_connection()


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_binds_to_the_empty_tables(empty, name: str):
    sql = query_text(name)
    used = {key: value for key, value in PARAMETERS.items() if f"${key}" in sql}
    assert empty.execute(sql, used or None).fetchall() == []


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_names_every_dataset_that_it_reads(empty, name: str):
    needed = {name_ for name_ in (*DATASETS, OUTCOMES.name) if not binds_without(empty, name, name_)}
    assert set(reads(name)) == needed


def binds_without(con: duckdb.DuckDBPyConnection, name: str, dataset: str) -> bool:
    sql = query_text(name)
    used = {key: value for key, value in PARAMETERS.items() if f"${key}" in sql}
    con.execute("begin")
    try:
        con.execute(f"drop table {dataset}")
        con.execute(sql, used or None)
    except duckdb.Error:
        return False
    finally:
        con.execute("rollback")
    return True


def test_every_query_is_asked_and_every_dataset_is_read():
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "lkdash").rglob("*.py"))
    assert not [name for name in query_names() if not re.search(rf'(?:query|Asked)\(\s*"{name}"', code)]
    assert {*DATASETS, OUTCOMES.name} == {dataset for name in QUERIES for dataset in reads(name)}


def test_the_arithmetic_gives_the_weakest_status(empty):
    for one, two in product(Status, Status):
        sql = "select plus(figure(1, ?, null), figure(1, ?, null)).status::varchar"
        assert empty.execute(sql, [one, two]).fetchone() == (weakest([one, two]),)


def test_a_bias_turns_round_when_it_is_subtracted(empty):
    sql = """select minus(figure(5, 'final', null), figure(2, 'estimate', 'probably_higher')) as f,
        minus(figure(5, 'estimate', 'probably_higher'), figure(2, 'estimate', 'probably_higher')) as g,
        ratio(figure(1, 'estimate', 'probably_higher'), figure(4, 'final', null)) as h"""
    first, second, third = empty.execute(sql).fetchone()
    assert first == {"value": 3.0, "status": "estimate", "bias": "probably_lower"}
    assert second["bias"] == "unclear"
    assert third == {"value": 0.25, "status": "estimate", "bias": "probably_higher"}


def test_a_missing_part_makes_the_sum_missing(empty):
    sql = "select total([figure(1, 'final', null), figure(null, 'pending', null)])"
    ((total,),) = empty.execute(sql).fetchall()
    assert total == {"value": None, "status": "pending", "bias": None}


def test_dividing_by_nothing_is_unavailable_and_not_zero(empty):
    ((share,),) = empty.execute("select ratio(figure(1,'final',null), figure(0,'final',null))").fetchall()
    assert (share["value"], share["status"]) == (None, "unavailable")


def test_the_open_data_is_closed_to_files_and_settings(warehouse):
    for sql in (f"from read_parquet('{DATA}/cards.parquet')", "set enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            warehouse.connection.execute(sql)
