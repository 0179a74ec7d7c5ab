"""What stands in a table's cell: words, an address, or a figure as a link to its papers."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from lkdash import stories
from lkdash.contracts import Choice, Mention, Table, mentions, plain
from lkdash.formats import is_missing, unbroken
from lkdash.texts import text
from lkdash.ui.addresses import link

Links = Mapping[tuple[int, str], str]  # row and header of a cell → its HTML
NO_LINKS: Links = {}


def escaped(words: str) -> str:
    """Words as they are, where Streamlit would read Markdown; figures stay on one line."""
    words = unbroken(words)
    for sign in "\\`*_[]$~<>:":
        words = words.replace(sign, f"\\{sign}")
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", words)  # a number in front begins no list


def html_of(words: object) -> str:
    """Words as HTML; an address becomes a link that is named by its host."""
    named = escape(unbroken(shown(words)))
    return f'<a href="{escape(str(words))}">{named}</a>' if _is_address(words) else named


def shown(words: object) -> str:
    """What is read of a cell: of an address its host."""
    return urlsplit(str(words)).netloc if _is_address(words) else plain(str(words))


def _is_address(words: object) -> bool:
    return re.fullmatch(r"https?://[\w.-]+(:\d+)?(/\S*)?", str(words)) is not None


def figure_link(words: str, row: Mapping[Any, Any], choice: Choice) -> str:
    """Words as a link that opens the papers of this figure, described by what the figure is."""
    named = (
        f"{stories.subject({str(key): cell for key, cell in row.items()}, choice.lang)} ({row['figure_id']})"
    )
    return _opening(words, str(row["figure_id"]), choice, named)


def wide_links(table: Table, choice: Choice) -> Links:
    """For a table with a row a period and a column a label: the link of each figure, by row and header."""
    at = {period: number for number, period in enumerate(table.periods)}
    return {(at[row["period"]], row["label"]): figure_link(row["text"], row, choice) for row in table.records}


def long_links(rows: pd.DataFrame, names: Mapping[str, str], choice: Choice) -> Links:
    """For a table with a row a figure: its value and its id are links, and what its words mention.

    names: column → header.
    """
    told = told_links(rows.rename(columns=names)[list(names.values())], choice)
    if "figure_id" not in rows:
        return told
    shown = [column for column in ("text", "figure_id") if column in names]
    return told | {
        (number, names[column]): figure_link(str(row[column]), row, choice)
        for number, row in enumerate(rows.to_dict("records"))
        if not is_missing(row["figure_id"])
        for column in shown
    }


def address_links(rows: pd.DataFrame, header: str) -> Links:
    """Under this header the publisher of each row, as a link to the address of what it published."""
    pairs = zip(rows["publisher"], rows["url"], strict=True)
    return {
        (number, header): f'<a href="{escape(url)}">{escape(str(name))}</a>'
        for number, (name, url) in enumerate(pairs)
        if _is_address(url)
    }


def told_links(shown: pd.DataFrame, choice: Choice) -> dict[tuple[int, str], str]:
    """For a table of words as it is shown: the cells that mention figures."""
    return {
        (number, str(header)): told_html(str(cell), choice)
        for header in shown
        for number, cell in enumerate(shown[header])
        if mentions(str(cell))
    }


def told_html(told: str, choice: Choice) -> str:
    """A sentence of the stories as HTML: each figure that it mentions opens its papers."""
    return linked(plain(told), mentions(told), choice)


def linked(words: str, found: Sequence[Mention], choice: Choice) -> str:
    """Plain words as HTML, with a link where a figure stands."""
    parts, rest = [], 0
    for start, end, figure_id in found:
        parts += [escape(unbroken(words[rest:start])), _opening(words[start:end], figure_id, choice)]
        rest = end
    return "".join([*parts, escape(unbroken(words[rest:]))])


def _opening(words: str, figure_id: str, choice: Choice, named: str = "") -> str:
    about = escape(text("papers.open", choice.lang, figure=named or figure_id))
    address = escape(link("/bronnen", choice, figuur=figure_id))
    return f'<a href="{address}" title="{about}">{html_of(words)}</a>'
