"""The parts of the page on sources and quality: figures, checks, words, changes."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lkdash import measures, stories
from lkdash.checks import Outcome, run_checks
from lkdash.contracts import DATASETS, Choice, DataFault, Lang, Table, mention
from lkdash.db import Warehouse
from lkdash.formats import day
from lkdash.texts import sentence, text
from lkdash.ui.blocks import bullets
from lkdash.ui.cells import NO_LINKS, Links, address_links, long_links
from lkdash.ui.choice import current_choice
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.references import papers
from lkdash.ui.tables import plain_table


def show_checks(data: Warehouse, lang: Lang) -> None:
    """Every check with its outcome; a known error in a source stays visible."""
    st.write(text("quality.checks_text", lang))
    rows = [
        {
            text("column.check", lang): _check_name(outcome.name, lang),
            text("column.outcome", lang): _outcome(outcome, lang),
        }
        for outcome in data.once("checks", lambda: run_checks(data))
    ]
    plain_table(pd.DataFrame(rows), text("quality.checks", lang))
    known = measures.deviations(data, lang).to_dict("records")
    bullets([_deviation(row, lang) for row in known], _choice())


def _deviation(row: dict[Hashable, Any], lang: Lang) -> str:
    named = mention(row["figure_id"], row["figure_id"])
    return f"{named}. {text('quality.deviation', lang, reason=row['reason'])}"


def _check_name(name: str, lang: Lang) -> str:
    if name in DATASETS:
        return text("check_name.promise", lang, title=text(f"dataset_title.{name}", lang), dataset=name)
    return text(f"check_name.{name}", lang)


def _outcome(outcome: Outcome, lang: Lang) -> str:
    if outcome.findings:
        return " ".join(sentence(finding, lang) for finding in outcome.findings)
    if outcome.known:
        return text("quality.known_error", lang, figures=", ".join(outcome.known))
    return text("quality.fine", lang)


def show_figures(table: Table, lang: Lang, *columns: str, title: str) -> None:
    """Figure rows as a table with these columns, and its files; `text` is the value as shown elsewhere."""
    rows = table.rows.assign(
        status=[stories.status_words(row, lang) for row in table.records],
        label=table.rows["label"] + ", " + table.rows["period"],
    )
    _named(rows, lang, columns, title)
    everything = Choice(editions=measures.editions(warehouse()).known, lang=lang)
    download(text(title, lang), table, everything)


def show_references(data: Warehouse, lang: Lang) -> None:
    """The figures of other sources with confidence and publisher, whose name opens the source's address."""
    rows = papers(measures.references(data, lang), lang)
    rows = rows.assign(label=rows["label"] + ", " + rows["period"], published=rows["publisher"])
    columns = ("figure_id", "label", "text", "basis", "published", "confidence")
    _named(rows, lang, columns, "quality.references")
    table = measures.reference_table(data, "references", lang)
    download(text("quality.references", lang), table, Choice(editions=(), lang=lang))


def show_glossary(data: Warehouse, lang: Lang) -> None:
    """Every measure with its meaning, formula and code."""
    rows = measures.glossary(data, lang)
    unit = [text(f"unit_name.{name}", lang) for name in rows["unit"]]
    formula = rows["formula"].fillna(text("quality.no_formula", lang))
    columns = ("label", "definition", "formula", "unit", "code")
    _named(rows.assign(unit=unit, formula=formula), lang, columns, "quality.glossary")


def show_sources(data: Warehouse, lang: Lang) -> None:
    """Every source of the card's figures."""
    rows = measures.sources(data, lang).assign(published=lambda rows: rows["publisher"])
    _named(rows, lang, ("title", "published", "date"), "quality.sources")


def show_datasets(data: Warehouse, lang: Lang) -> None:
    """Every dataset: how many rows, or what is wrong with it."""
    rows = [
        {
            text("column.dataset", lang): text(
                "file.dataset", lang, title=text(f"dataset_title.{name}", lang), name=name
            ),
            text("column.rows", lang): sentence(data.faults[name].finding, lang)
            if name in data.faults
            else str(len(data.dataset(name))),
        }
        for name in DATASETS
    ]
    plain_table(pd.DataFrame(rows), text("quality.datasets", lang))


def show_changes(data: Warehouse, lang: Lang) -> None:
    """What changed in the figures, newest first."""
    rows = measures.changes(data, lang).to_dict("records")
    bullets([f"{day(row['date'].date(), lang=lang)}: {row['text']}" for row in rows])


def _named(rows: pd.DataFrame, lang: Lang, columns: tuple[str, ...], title: str) -> None:
    names = {column: text(f"column.{_header(column)}", lang) for column in columns}
    kind = "ids" if columns[0] == "figure_id" else "words"  # ids do not break over two lines
    with st.container(key=f"{kind}_{title.replace('.', '_')}"):
        shown = rows[list(columns)].fillna("").rename(columns=names)
        plain_table(shown, text(title, lang), _links(rows, names), text("file.empty", lang))


def _links(rows: pd.DataFrame, names: dict[str, str]) -> Links:
    choice = _choice()
    figures = long_links(rows, names, choice) if choice else NO_LINKS
    return {**figures, **(address_links(rows, names["published"]) if "url" in rows else NO_LINKS)}


def _choice() -> Choice | None:
    """The reader's choice; without the cards there is none to keep, and the page goes on without links."""
    try:
        return current_choice()
    except DataFault:
        return None


def _header(column: str) -> str:
    return "value" if column == "text" else column
