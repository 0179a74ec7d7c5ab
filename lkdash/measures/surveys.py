"""Survey answers as figures: by stakeholder group, with their base and the share that is satisfied."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from lkdash.contracts import MARKS, Choice, Lang, Status, Table
from lkdash.contracts.outcome import UNFILLED
from lkdash.db import Warehouse
from lkdash.formats import is_missing, marked, number
from lkdash.measures.imported_ids import JOINED, imported_id, slug
from lkdash.measures.kept import kept
from lkdash.measures.outcome_cells import cell
from lkdash.measures.outcome_table import outcome_table
from lkdash.texts import text

SCORES = range(1, 6)
FEW = "<\u00a05"


@kept("examples", "lang")
def survey_tables(warehouse: Warehouse, choice: Choice) -> list[Table]:
    """A Table a question of a survey, a row a group and figure; the question in the column `question`."""
    rows = warehouse.query("survey_answers", demo=choice.examples)
    groups = [group for _, group in rows.groupby(["campaign", "question"], sort=False)]
    return [_table(f"survey_{at}", group, choice.lang) for at, group in enumerate(groups, start=1)]


@kept("lang")
def survey_shares(warehouse: Warehouse, choice: Choice) -> Table:
    """Of each question of each real survey the share satisfied of all that is shown: a row a question.

    As in survey_tables; the period is question, survey and whose answers; base: how many, in words.
    """
    tables = survey_tables(warehouse, replace(choice, examples=False))
    told = [row for table in tables for row in _shown(table)]
    empty = outcome_table("survey", [], pd.DataFrame(columns=["titles", "imported_at"]), choice.lang)
    known = [table.sources for table in tables]
    sources = pd.concat(known, ignore_index=True).drop_duplicates() if known else empty.sources
    return replace(
        empty, name="survey_shares", rows=pd.DataFrame(told) if told else empty.rows, sources=sources
    )


def _shown(table: Table) -> Iterator[dict[str, Any]]:
    """The share of the last group that has one, which is all of them together where there are several."""
    bases = {row["period"]: row["text"] for row in table.records_of("base")}
    told = [row for row in table.records_of("satisfaction") if not is_missing(row["value"])]
    for row in told[-1:]:
        about = f"{row['question']} ({row['place']}, {row['period']})"
        yield row | {"period": about, "base": bases[row["period"]]}


def _table(name: str, rows: pd.DataFrame, lang: Lang) -> Table:
    sources = rows.rename(columns={"title": "titles"})
    figures = [
        figure
        for _, group in sources.groupby(["together", "audience"], sort=False)
        for figure in _group(group.to_dict("records"), lang)
    ]
    first = sources.iloc[0]
    table = outcome_table("survey", figures, sources, lang)
    said = text("survey.export", lang, title=first["titles"], campaign=first["campaign"])
    return replace(table, name=name, sources=table.sources.assign(title=said, short=said))


def _group(rows: list[dict[Any, Any]], lang: Lang) -> list[dict[str, Any]]:
    """Five scores, the share satisfied with its interval (low, high), and the base of one group."""
    first = rows[0]
    known = {row["answer"]: row["answered"] for row in rows}
    small = is_missing(first["base"])
    parts = [
        (f"score_{score}", text(f"score.{score}", lang), None if small else known.get(score, 0), "number")
        for score in SCORES
    ]
    share = None if small else first["satisfied"] / first["base"]
    parts.append(("satisfaction", text("metric.satisfaction", lang), share, "share"))
    parts.append(("base", text("column.base", lang), None if small else first["base"], "number"))
    figures = {part[0]: _figure(first, *part, lang) for part in parts}
    of_share = [figures[name]["figure_id"] for name in ("score_4", "score_5", "base")]
    figures["satisfaction"]["inputs"] = None if small else " ".join(of_share)
    return list(figures.values())


def _figure(
    row: dict[Any, Any], name: str, label: str, value: float | None, unit: str, lang: Lang
) -> dict[str, Any]:
    about = {"channel": _audience(row, lang), "platform": "survey", "network": row["campaign"], "paid": None}
    figure = cell(row | about, "answers", value, (unit, 0, False), lang)
    asked = slug(f"{row['question']} {row['audience']}") + (f"_{JOINED}" if row["together"] else "")
    figure |= {"figure_id": imported_id(row | about, f"{asked}_{name}"), "measure": name, "label": label}
    said = f"{row['question']} {label}"
    figure |= {"definition": said, "plain": said, "place": row["campaign"], "question": row["question"]}
    if value is None:
        status = Status.DEMO if row["status"] == Status.DEMO else Status.SUPPRESSED
        hidden = MARKS[Status.SUPPRESSED] if name != "base" else f"{FEW} {MARKS[Status.SUPPRESSED]}"
        return figure | {
            "status": status,
            "text": hidden if status != Status.DEMO else marked(hidden, status),
        }
    if name == "satisfaction":
        figure |= {"text": _interval(row, value, lang), "formula": text("formula.satisfaction", lang)}
        figure |= {"low": row["low"], "high": row["high"]}
    return figure


def _audience(row: dict[Any, Any], lang: Lang) -> str:
    if row["together"]:
        return text("outcome.shown_groups", lang)
    return audience_words(row["audience"], lang) or text("outcome.everyone", lang)


def audience_words(audience: str, lang: Lang) -> str:
    """A stakeholder group as it is named in its survey; of those who left it open, that they did."""
    return text("outcome.unfilled", lang) if audience == UNFILLED else audience


def _interval(row: dict[Any, Any], share: float, lang: Lang) -> str:
    low, high, value = (number(n, "share", lang=lang) for n in (row["low"], row["high"], share))
    return marked(text("outcome.interval", lang, value=value, low=low, high=high), row["status"])
