"""Any figure by its id, whatever its kind; what it was computed from, and what was computed from it."""

from dataclasses import replace

import pandas as pd

from lkdash.contracts import Lang, Table
from lkdash.db import Warehouse
from lkdash.measures import opened_imports
from lkdash.measures.context import website_visits
from lkdash.measures.counted import COUNT, counted
from lkdash.measures.papers import with_papers
from lkdash.measures.references import reference_table

IMPORTED, REFERENCE = "IMP-", "REF-"


def one_figure(warehouse: Warehouse, figure_id: str, lang: Lang) -> Table:
    """The figure of this id with its papers, from whatever source; no row for an unknown id.

    A reference figure has publisher, date_published, url, confidence and basis besides.
    """
    if figure_id.startswith(IMPORTED):
        return opened_imports.imported_figure(warehouse, figure_id, lang)
    if figure_id.startswith(REFERENCE):
        table = reference_table(warehouse, "one_figure", lang)
        named = table.rows.assign(definition=table.rows["plain"])
        return _alone(replace(table, rows=named), figure_id)
    if figure_id.startswith(COUNT):
        return _alone(counted(warehouse, lang), figure_id)
    rows = warehouse.query("all_figures")
    card = with_papers(warehouse, "one_figure", rows[rows["figure_id"] == figure_id], lang)
    return card if len(card.rows) else _alone(website_visits(warehouse, lang), figure_id)


def _alone(table: Table, figure_id: str) -> Table:
    rows = table.rows[table.rows["figure_id"] == figure_id].reset_index(drop=True)
    named = {name for ids in rows["source_id"].dropna() for name in str(ids).split()}
    return replace(table, rows=rows, sources=table.sources[table.sources["source_id"].isin(named)])


def inputs_of(warehouse: Warehouse, figure_id: str, lang: Lang) -> Table:
    """The figures that this one is computed from, in the order of its formula; no rows where it is not."""
    return _related(warehouse, figure_id, lang, "input")


def users_of(warehouse: Warehouse, figure_id: str, lang: Lang) -> Table:
    """The figures that are computed from this one."""
    return _related(warehouse, figure_id, lang, "user")


def _related(warehouse: Warehouse, figure_id: str, lang: Lang, role: str) -> Table:
    if figure_id.startswith(IMPORTED):
        return opened_imports.related(warehouse, figure_id, lang, role)
    rows = warehouse.query("figure_inputs", figure=figure_id)
    own: pd.DataFrame = rows[rows["role"] == role].drop(columns="role")
    return with_papers(warehouse, f"{role}s", own, lang)
