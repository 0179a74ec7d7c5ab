"""What a received file holds, before it is kept: what was recognised, totals, first rows, problems."""

from typing import Any

import pandas as pd
import streamlit as st

from lkdash import measures
from lkdash.contracts import MARKS, METRICS, Lang, Papers, Receipt, Status
from lkdash.contracts.outcome import AMOUNTS
from lkdash.formats import day, is_missing, marked, number
from lkdash.texts import export_words, listed, sentence, text
from lkdash.ui.blocks import bullets, escaped
from lkdash.ui.cells import long_links
from lkdash.ui.choice import current_choice
from lkdash.ui.tables import plain_table


def preview(receipt: Receipt, papers: list[Papers], above: list[Receipt], lang: Lang) -> None:
    """One file in a frame of its own. papers: what the store holds. above: the files dropped before it."""
    with st.container(border=True):
        st.subheader(escaped(receipt.file), anchor=False)
        same = [one.file for one in above if one.import_id and one.import_id == receipt.import_id]
        if same and receipt.status == "imported":
            st.write(escaped(text("importing.same_as", lang, file=same[0])))
            return
        st.write(escaped(recognised(receipt, lang)))
        if receipt.demo:
            st.warning(text("importing.made_up", lang))
        if receipt.totals:
            own = "importing.totals_template" if receipt.layout == "template" else "importing.totals"
            st.write(text(own, lang))
            totals_table(receipt, lang)
        if receipt.preview:
            st.write(text("importing.first_rows", lang, count=len(receipt.preview)))
            alt = text("importing.first_rows_of", lang, file=receipt.file)
            plain_table(first_rows(receipt, lang), alt)
        overlaps = [p.file for p in papers if receipt.status == "imported" and overlap(receipt, p)]
        lines = [sentence(problem, lang) for problem in receipt.problems]
        lines += [text("importing.overlap", lang, file=file) for file in overlaps]
        once = {one.import_id: one for one in reversed(above) if may_overlap(receipt, one)}
        lines += [text("importing.beside", lang, file=one.file) for one in reversed(once.values())]
        bullets(lines)


def recognised(receipt: Receipt, lang: Lang) -> str:
    """What a file was taken for, how many rows, over which days, and how its columns were read."""
    if receipt.status == "refused":
        return text("importing.refused", lang)
    counts = (receipt.rows_kept, sum(receipt.rows_dropped.values()))
    kept, dropped = (number(count, "number", lang=lang) for count in counts)
    span = _span(receipt.period, lang) or text("importing.no_period", lang)
    named = export_words(receipt.title, lang)
    values = {"layout": named, "kept": kept, "dropped": dropped, "period": span}
    said = text(f"importing.{receipt.status}", lang, **values)
    pairs = [
        text("importing.read_as", lang, column=column, part=_part(part, lang))
        for column, part in receipt.columns.items()
    ]
    return f"{said} {text('importing.columns', lang, columns=listed(pairs, lang))}" if pairs else said


def _part(part: str, lang: Lang) -> str:
    return (text(f"metric.{part}", lang) if part in METRICS else text(f"column.{part}", lang)).lower()


def _span(period: dict[str, str] | None, lang: Lang) -> str:
    if not period:
        return ""
    first, last = day(period["start"], lang=lang), day(period["end"], lang=lang)
    return first if first == last else f"{first} - {last}"


def totals_table(received: Receipt | Papers, lang: Lang) -> None:
    """What a file adds up to, by metric; each figure opens its papers."""
    rows = measures.file_totals(received, lang).rows
    names = {"label": text("column.measure", lang), "text": text("column.value", lang)}
    links = long_links(rows, names, current_choice())
    alt = text("importing.totals_of", lang, file=received.file)
    plain_table(rows[list(names)].rename(columns=names), alt, links)


def _as_it_is(words: str, receipt: Receipt) -> str:
    """A made-up figure with its mark."""
    return marked(words, Status.DEMO) if receipt.demo else words


def first_rows(receipt: Receipt, lang: Lang) -> pd.DataFrame:
    """The first tidy rows in words; a column that would be empty is left out."""
    rows = pd.DataFrame([_row(row, lang) for row in receipt.preview]).fillna("")
    rows["value"] = [_as_it_is(words, receipt) for words in rows["value"]]
    kept = [column for column in rows if (rows[column] != "").any()]
    return rows[kept].rename(columns={name: text(f"column.{name}", lang) for name in kept})


def _row(row: dict[str, Any], lang: Lang) -> dict[str, Any]:
    period = {"start": row["period_start"], "end": row["period_end"]} if row["period_start"] else None
    return {
        "when": _span(period, lang) or text("importing.no_period", lang),
        "channel": measures.channel_words(row, lang),
        **_named(row),
        "counted": row["question"],
        "audience": measures.audience_words(row["audience"], lang),
        "answer": "" if row["answer"] is None else text(f"score.{row['answer']}", lang),
        "measure": text(f"metric.{row['metric']}", lang),
        "value": _value(row, lang),
        "blank": _left_open(row["blank"], lang),
    }


def _left_open(blank: str | None, lang: Lang) -> str:
    """Which measures the rows of the file behind it leave open, for which they stand apart."""
    return listed([text(f"metric.{name}", lang).lower() for name in blank.split(", ")], lang) if blank else ""


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """Whose figure it is, under the name of what that is."""
    if row["platform"] == "template":
        return {"source": row["account"]}
    return {
        "account": row["account"],
        "survey" if row["platform"] == "survey" else "campaign": row["campaign"],
    }


def _value(row: dict[str, Any], lang: Lang) -> str:
    value, high = row["value"], row["value_high"]
    if is_missing(value):
        return MARKS[Status.SUPPRESSED]
    if not is_missing(high) and high != value:
        return measures.between_words(value, high, lang)
    if row["metric"] in AMOUNTS:
        return measures.amount_words(value, row["currency"] or "", lang)
    return measures.number_words(value, lang)


def overlap(receipt: Receipt, papers: Papers) -> bool:
    """Would rows of that import no longer count? Told by the views that say which rows count."""
    return papers.import_id in receipt.replaces


def may_overlap(receipt: Receipt, other: Receipt) -> bool:
    """May two files dropped at once tell the same? Told by their layouts and periods alone."""
    if receipt.layout != other.layout or {receipt.status, other.status} != {"imported"}:
        return False
    one, two = receipt.period, other.period
    return not one or not two or (one["start"] <= two["end"] and two["start"] <= one["end"])
