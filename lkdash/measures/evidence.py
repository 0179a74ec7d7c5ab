"""What real imports tell of the criteria for evaluating the campaign: totals, and each channel's part."""

from dataclasses import replace
from typing import Any

import pandas as pd

from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import day
from lkdash.measures.campaign import campaign_months
from lkdash.measures.imported import imported_sums
from lkdash.measures.imported_files import files_of, of_platforms
from lkdash.measures.kept import kept
from lkdash.measures.outcomes import gains, reach
from lkdash.measures.surveys import survey_shares
from lkdash.measures.words import in_language
from lkdash.texts import text


@kept()
def evidence(warehouse: Warehouse, lang: Lang) -> Table:
    """Of each criterion that imports fill: its total, then a row a channel that tells it; no example counts.

    Only the months of the campaign, and the platforms that the criterion is about; of surveys, whenever they
    were held, a row a question. Besides: criterion (in words), files (the imports behind it, in words).
    """
    first, last = campaign_months(warehouse)
    choice = Choice(editions=(), lang=lang, examples=False, first=first, last=last)
    sums, surveys = imported_sums(warehouse, lang), survey_shares(warehouse, choice)
    if sums.rows.empty and surveys.rows.empty:
        return replace(sums, name="evidence")
    tables = [reach(warehouse, choice), gains(warehouse, choice), surveys]
    sources = pd.concat([table.sources for table in tables]).drop_duplicates("source_id")
    told = pd.concat([table.rows for table in tables if len(table.rows)], ignore_index=True)
    told = told[told["value"].notna()]
    asked = in_language(warehouse.query("criteria"), lang).to_dict("records")
    found = [_of(warehouse, row, sums.rows, told, lang) for row in asked]
    filled = [part for part in found if len(part)]
    rows = pd.concat(filled, ignore_index=True) if filled else sums.rows[:0]
    named = {name for ids in rows["source_id"] for name in str(ids).split()}
    return replace(sums, name="evidence", rows=rows, sources=sources[sources["source_id"].isin(named)])


def _of(
    warehouse: Warehouse,
    criterion: dict[Any, Any],
    sums: pd.DataFrame,
    channels: pd.DataFrame,
    lang: Lang,
) -> pd.DataFrame:
    total: pd.DataFrame = sums[sums["measure"] == criterion["metric"]] if len(sums) else sums
    own = channels[channels["measure"] == criterion["metric"]]
    fits = [of_platforms(criterion["platforms"], str(name)) for name in own["figure_id"]]
    own = own[pd.Series(fits, index=own.index, dtype=bool)]
    sources = " ".join(dict.fromkeys(own["source_id"]))
    parts = [part for part in (total.assign(source_id=sources), own) if len(part)]
    if not parts:
        return total
    rows: pd.DataFrame = pd.concat(parts, ignore_index=True)
    files = [_files(warehouse, str(figure_id), lang) for figure_id in rows["figure_id"]]
    return rows.assign(criterion=criterion["text"], files=files)


def _files(warehouse: Warehouse, figure_id: str, lang: Lang) -> str:
    """The imports that a figure rests on: 'meta.csv (ingevoerd op 3 mei 2019)'."""
    known = files_of(warehouse, figure_id).to_dict("records")
    days = [day(str(row["imported_at"])[:10], lang=lang) for row in known]
    dated = [text("outcome.imported_on", lang, date=when) for when in days]
    return "; ".join(f"{row['file']} ({when})" for row, when in zip(known, dated, strict=True))
