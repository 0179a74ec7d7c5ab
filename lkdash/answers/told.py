"""Datasets of words as they stand in an answer: on the campaign, and on what is being done around the card.

None of them holds a figure of an outcome.
"""

from collections.abc import Callable, Iterator

import pandas as pd

from lkdash import measures, stories
from lkdash.contracts import Asked, Block, Bullets, Grid, Lang, Paragraph
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.texts import listed, text

GRIDS = ("actions", "criteria")


def told(warehouse: Warehouse, name: str, lang: Lang) -> Iterator[Block]:
    """The blocks of a dataset of words; KeyError for one that is not told."""
    return _TOLD[name](warehouse, lang)


def asked(warehouse: Warehouse, name: str) -> tuple[Asked, ...]:
    """The queries that made the table of a dataset of words."""
    own = Asked(name)
    if name != "criteria":
        return (own,)
    series = [str(named).split() for named in warehouse.query(name)["series"] if not is_missing(named)]
    return (own, *(Asked("reference_figures", {"series": each, "gaps": False}) for each in series))


def _actions(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    (campaign,) = measures.moments(warehouse, lang, "campaign").to_dict("records")
    rows = measures.actions(warehouse, lang)
    counted = measures.counted(warehouse, lang)
    yield Paragraph.of(stories.recruitment({str(k): v for k, v in campaign.items()}, rows, counted, lang))
    columns = {"text": "action", "channel": "channel", "when": "when", "kind_name": "kind"}
    yield _grid(warehouse, rows, columns, "recruitment.actions", lang)


def _expectations(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    yield Paragraph(text("answer.expected", lang))
    yield Bullets(tuple(measures.expectations(warehouse, lang)["text"]), numbered=True)
    yield Paragraph(text("evaluation.caution", lang))


def _moments(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    rows = measures.moments(warehouse, lang, "evaluation")
    yield Bullets((*stories.dated(rows), text("evaluation.nothing_found", lang)))


def _criteria(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    rows = measures.criteria(warehouse, lang)
    states = [text(f"state.{state}", lang) for state in rows["state"]]
    yield Paragraph(text("evaluation.criteria_text", lang))
    columns = {"text": "criterion", "state": "state", "holder": "holder"}
    yield _grid(warehouse, rows.assign(state=states), columns, "evaluation.criteria", lang)


def _channels(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    named = stories.campaign_channels(measures.campaign_channels(warehouse, lang), lang)
    yield Paragraph(text("channels.campaign_text", lang, channels=listed(named, lang)))


def _events(warehouse: Warehouse, lang: Lang) -> Iterator[Block]:
    rows = measures.dated_events(warehouse, lang)
    rows = rows[rows["kind"] != "disruption"]
    yield Bullets(tuple(f"{row['when']}: {row['text']}." for row in rows.to_dict("records")))


def _grid(warehouse: Warehouse, rows: pd.DataFrame, columns: dict[str, str], title: str, lang: Lang) -> Grid:
    known = measures.sources(warehouse, lang)
    named = known[known["source_id"].isin(rows["source_id"])].to_dict("records")
    said = "; ".join(f"{row['short']} ({row['publisher']}, {row['date']})" for row in named)
    header = tuple(text(f"column.{name}", lang) for name in columns.values())
    cells = rows[list(columns)].astype(str).itertuples(index=False)
    source = text("block.told", lang, sources=said)
    return Grid(text(title, lang), header, tuple(tuple(row) for row in cells), source=source)


_TOLD: dict[str, Callable[[Warehouse, Lang], Iterator[Block]]] = {
    "actions": _actions,
    "expectations": _expectations,
    "moments": _moments,
    "criteria": _criteria,
    "campaign_channels": _channels,
    "events": _events,
}
