"""The sentences of particular pages, each made from tables alone."""

from dataclasses import replace

import pandas as pd

from lkdash import measures
from lkdash.contracts import Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.formats import is_missing
from lkdash.stories.figures import marked_as, named, said, stated
from lkdash.stories.over_periods import trend
from lkdash.texts import listed, text


def headline(warehouse: Warehouse, choice: Choice) -> tuple[str, Table]:
    """One sentence on who holds a card, and the four figures of the overview."""
    known = measures.editions(warehouse)
    whole = replace(choice, editions=known.known, estimates=True)
    counted = replace(whole, editions=(known.latest_counted,))
    shares = measures.coverage(warehouse, whole).records
    firm = [row for row in shares if row["status"] == "final" and not is_missing(row["value"])]
    later = [row for row in shares if not firm or str(row["period"]) > str(firm[-1]["period"])]
    return _headline(firm, later, choice.lang), _four(warehouse, counted, known.latest)


def _headline(firm: list[dict[str, object]], later: list[dict[str, object]], lang: Lang) -> str:
    parts = []
    if firm:
        last = firm[-1]
        parts.append(text("overview.firm", lang, value=said(last, lang), period=last["period"]))
    for row in later:
        if is_missing(row["value"]):
            parts.append(text("overview.later_missing", lang, period=row["period"], why=named(row)))
        else:
            value = said(row, lang)
            parts.append(text("overview.later", lang, period=row["period"], value=value))
    return " ".join(parts)


def _four(warehouse: Warehouse, counted: Choice, latest: str) -> Table:
    newest = replace(counted, editions=(latest,))
    made = measures.made_and_staff(warehouse, newest).of("cards_made")
    staff = measures.made_and_staff(warehouse, counted).of("staff_with_card")
    share = measures.coverage(warehouse, counted)
    pickup = measures.library_pickup(warehouse, counted).of("library_pickup_share")
    rows = pd.concat([table.rows for table in (made, staff, share, pickup)], ignore_index=True)
    return replace(share, name="key_figures", rows=rows)


def unknowns(warehouse: Warehouse, choice: Choice) -> list[str]:
    """What nobody can tell, each with its reason: from the figures themselves, then from the sources."""
    lang = choice.lang
    whole = replace(choice, editions=measures.editions(warehouse).known, estimates=True)
    rows = measures.posted(warehouse, whole).records
    visits = measures.website_visits(warehouse, lang).records
    gaps = [
        text("overview.gap", lang, label=row["label"], period=row["period"], why=named(row))
        for row in rows + visits
        if is_missing(row["value"])
    ]
    doubtful = sorted({str(row["period"]) for row in rows if row["status"] == "estimate"})
    estimates = [text("overview.estimate", lang, period=period) for period in doubtful]
    asked = measures.not_known(warehouse, lang)
    told = [f"{row['text']}: {row['reason']}." for row in asked.to_dict("records")]
    return gaps + estimates + told


def verdicts(table: Table, found: dict[str, str], lang: Lang) -> str:
    """Does each published share follow from the numbers? One part per verdict, with the difference."""
    sentences = []
    differences = {str(row["period"]): row for row in table.of("share_difference").records}
    for verdict in ("agrees", "rounding", "differs"):
        periods = [p for p in differences if found.get(p) == verdict]
        parts = [text("story.verdict_part", lang, period=p, value=marked_as(differences[p])) for p in periods]
        if parts:
            sentences.append(text(f"verdict.{verdict}_story", lang, parts=listed(parts, lang)))
    return " ".join(sentences)


def disruption(table: Table, events: pd.DataFrame, lang: Lang) -> str:
    """What happened in a disrupted edition and how far its share lies from those before."""
    disrupted = events[events["kind"] == "disruption"]
    happened = dict(zip(disrupted["period"], disrupted["text"], strict=True))
    parts = [
        text(
            "coverage.disruption_story",
            lang,
            event=happened.get(str(row["period"]), ""),
            period=row["period"],
            value=stated(row, lang),
        )
        for row in table.records
    ]
    return " ".join(parts)


def channels(table: Table, lang: Lang) -> str:
    """How the largest channel and the two rests went over the editions."""
    names = list(dict.fromkeys(table.rows["measure"]))
    return " ".join(trend(table, name, lang) for name in (names[0], names[-2], names[-1]))


def flow(table: Table, lang: Lang) -> str:
    """The flow of one edition in words: every node with its figure."""
    parts = [
        text("story.named", lang, label=str(row["label"]), value=said(row, lang)) for row in table.records
    ]
    return "; ".join(parts) + "."


def uncounted(warehouse: Warehouse, choice: Choice) -> list[Choice]:
    """For each chosen edition whose pick-up is not counted: the choice of that edition alone."""
    known = measures.editions(warehouse)
    open_ones = [e for e in choice.editions if e not in known.counted]
    return [replace(choice, editions=(edition,)) for edition in open_ones]


def known_so_far(table: Table, lang: Lang) -> str:
    """Which figures of an edition are there, and which are not."""
    rows = table.records
    present = [
        text("story.named", lang, label=str(row["label"]).lower(), value=said(row, lang))
        for row in rows
        if not is_missing(row["value"])
    ]
    absent = [str(row["label"]).lower() for row in rows if is_missing(row["value"])]
    return text("channels.known_story", lang, known="; ".join(present), absent=listed(absent, lang))


def campaign_channels(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """The channels of the information campaign, with the year since when where it is known."""
    return [
        str(row["text"])
        if is_missing(row["since"])
        else text("channels.since", lang, channel=row["text"], year=row["since"])
        for row in rows.to_dict("records")
    ]


def visits(table: Table, lang: Lang) -> str:
    """Visits to the website, with the reason where there is no number."""
    parts = [
        text("story.named", lang, label=str(row["period"]), value=stated(row, lang)) for row in table.records
    ]
    return f"{table.rows['label'].iloc[0]}: {'; '.join(parts)}."
