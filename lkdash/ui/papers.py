"""The papers of one figure, in a dialog over the page that the reader is on: `figuur` in the address."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from lkdash import measures, stories
from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import day, is_missing
from lkdash.texts import text
from lkdash.ui.blocks import bullets, large
from lkdash.ui.cells import escaped, figure_link
from lkdash.ui.choice import current_choice, quoted
from lkdash.ui.copying import copy_button
from lkdash.ui.data import warehouse
from lkdash.ui.errors import calm
from lkdash.ui.shown import places

PARAMETER = "figuur"
Line = tuple[str, str]


def open_figure(lang: Lang) -> None:
    """Open the papers of the figure that the address names; without one nothing is asked or computed."""
    figure_id = st.query_params.get(PARAMETER)
    if figure_id is None:
        return
    title = escaped(text("papers.title", lang, figure=figure_id[:80]))
    st.dialog(title, width="medium", on_dismiss=_close)(_papers)(figure_id)


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def _papers(figure_id: str) -> None:
    with calm():
        choice, data = current_choice(), warehouse()
        table = measures.one_figure(data, figure_id, choice.lang)
        if table.rows.empty:
            st.warning(escaped(text("papers.unknown", choice.lang, figure=figure_id[:80])))
            return
        (row,) = stories.rows_of(table)
        files = measures.files_of(data, figure_id).to_dict("records")
        large(stories.subject(row, choice.lang), str(row["text"]))
        _listed(
            [
                *_of_figure(row, choice.lang),
                *_of_sources(row, table, choice.lang),
                *_of_files(files, choice.lang),
            ]
        )
        bullets(
            [escaped(note) for note in [*_deviations(data, figure_id, choice.lang), *table.notes["text"]]]
        )
        _figures("papers.inputs", measures.inputs_of(data, figure_id, choice.lang), choice)
        _quoting(row, table, files, choice.lang)
        _figures("papers.users", measures.users_of(data, figure_id, choice.lang), choice)
        _part(
            "papers.shown",
            [f"[{escaped(name)}]({address})" for name, address in places(data, row, choice)],
            choice,
        )


def _deviations(data: Warehouse, figure_id: str, lang: Lang) -> list[str]:
    known = measures.deviations(data, lang)
    reasons = known.loc[known["figure_id"] == figure_id, "reason"]
    return [text("quality.deviation", lang, reason=reason) for reason in reasons]


def _of_figure(row: stories.Row, lang: Lang) -> Iterator[Line]:
    yield "definition", str(row["definition"])
    yield "unit", text("colophon.percent" if row["unit"] == "share" else f"unit_name.{row['unit']}", lang)
    yield "status", stories.status_words(row, lang)
    for name in ("formula", "basis", "printed", "place"):
        if not is_missing(row.get(name)):
            yield name, str(row[name])
    if row["origin"] == "computed" and is_missing(row["formula"]):
        yield "formula", text("papers.sum", lang)


def _of_sources(row: stories.Row, table: Table, lang: Lang) -> Iterator[Line]:
    if row["origin"] == "reference":
        yield "published", str(row["publisher"])
        if not is_missing(row["date_published"]):
            yield "date", day(str(row["date_published"]), lang=lang)
        yield "address", str(row["url"])
        yield "confidence", text(f"confidence.{row['confidence']}", lang)
    elif row["origin"] != "imported":
        for source in table.sources.to_dict("records"):
            yield "source", str(source["title"])
            yield "published", str(source["publisher"])
            yield "date", str(source["date"])
            if not is_missing(source.get("url")):
                yield "address", str(source["url"])


def _of_files(files: list[dict[Hashable, Any]], lang: Lang) -> Iterator[Line]:
    for file in files:
        known = {"file": file["file"], "title": file["title"], "id": str(file["import_id"])[:12]}
        imported = day(str(file["imported_at"])[:10], lang=lang)
        yield "file", text("papers.file", lang, **known, date=imported) + _span(file, lang)


def _span(file: Mapping[Hashable, Any], lang: Lang) -> str:
    if is_missing(file["first_day"]) or str(file["first_day"]) == "NaT":
        return ""
    first, last = (day(str(file[name])[:10], lang=lang) for name in ("first_day", "last_day"))
    return text("papers.days", lang, first=first, last=last)


def _listed(lines: list[Line]) -> None:
    lang = current_choice().lang
    items = "".join(
        f"<dt>{escape(_name(name, lang))}</dt><dd>{_value(name, words)}</dd>" for name, words in lines
    )
    st.html(f'<dl class="lk-papers">{items}</dl>')


def _name(column: str, lang: Lang) -> str:
    words = text(f"column.{column}", lang)
    return words[0].upper() + words[1:]


def _value(name: str, words: str) -> str:
    shown = escape(words)
    return f'<a href="{shown}">{shown}</a>' if name == "address" else shown


def _figures(title: str, table: Table, choice: Choice) -> None:
    lines = []
    for row in stories.rows_of(table):
        words = f"{stories.subject(row, choice.lang)}: {row['text']}"
        lines.append(f"{figure_link(words, row, choice)} ({escaped(stories.status_words(row, choice.lang))})")
    _part(title, lines, choice)


def _part(title: str, lines: list[str], choice: Choice) -> None:
    if lines:
        st.subheader(text(title, choice.lang), anchor=False)
        bullets(lines)


def _quoting(row: stories.Row, table: Table, files: list[dict[Hashable, Any]], lang: Lang) -> None:
    st.subheader(text("papers.quote", lang), anchor=False)
    if not stories.quotable(row):
        st.write(text("papers.not_quotable", lang))
        return
    told = [{str(key): cell for key, cell in file.items()} for file in files]
    sources = [
        {str(key): cell for key, cell in source.items()} for source in table.sources.to_dict("records")
    ]
    imports = ", ".join(str(file["import_id"])[:12] for file in told)
    version = "papers.version_imported" if told else "papers.version"
    address = quoted(str(row["figure_id"]), lang)
    line = stories.citation(
        row,
        stories.origin_words(row, sources, told, lang),
        lang,
        version=text(version, lang, version=imports or warehouse().version),
        consulted=date.today(),
        address=address,
    )
    st.html(f'<blockquote class="lk-citation">{escape(line)}</blockquote>')
    copy_button("lk-cite", text("papers.copy_citation", lang), line, text("papers.copied_citation", lang))
    copy_button("lk-quote", text("papers.copy_link", lang), address, text("link.copied", lang))
