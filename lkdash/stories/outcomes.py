"""Sentences on imported outcomes: what stands out, with its doubts; no effect, and no sum of people."""

from lkdash.contracts import Lang, Table
from lkdash.formats import is_missing
from lkdash.measures import TOGETHER
from lkdash.stories.figures import marked_as
from lkdash.texts import text


def reach(table: Table, lang: Lang) -> str:
    """Which channel was shown most, and which has the highest click rate."""
    rows = [row for row in table.records if row["value"] is not None and row["value"] == row["value"]]
    parts = []
    for name in ("impressions", "click_rate"):
        own = [row for row in rows if row["measure"] == name]
        if len(own) == 1:
            parts.append(text("outcome_story.alone", lang, label=own[0]["label"], value=marked_as(own[0])))
        elif own:
            most = max(own, key=lambda row: float(str(row["value"])))
            parts.append(text(f"outcome_story.{name}", lang, channel=most["period"], value=marked_as(most)))
    return " ".join(parts) or text("outcome.nothing", lang)


def compared(table: Table, lang: Lang) -> str:
    """How many pairs of channels differ: those whose interval leaves out zero. table: of measures.pairs."""
    if table.rows.empty:
        return text("outcome.nothing", lang)
    told = {row["measure"]: marked_as(row) for row in table.records}
    return text("outcome_story.differ", lang, pairs=told["pairs"], differ=told["pairs_different"])


def left_out(table: Table, name: str, lang: Lang) -> list[str]:
    """What the tables leave out (`outside`, `undivided`): a sentence, or none.

    table: as measures.left_out makes it.
    """
    return [
        text(f"left_out.{name}_others", lang)
        if is_missing(row["value"])
        else text(f"left_out.{name}", lang, value=marked_as(row))
        for row in table.records_of(f"impressions_{name}")
    ]


def left_out_of(table: Table, period: str, lang: Lang) -> list[str]:
    """What a period leaves out, naming it: a sentence, or none. table: as for `left_out`."""
    return [
        text("left_out.period_others", lang, period=period)
        if is_missing(row["value"])
        else text("left_out.period", lang, period=period, value=marked_as(row))
        for row in table.records_of("impressions_outside")
    ]


def periods(table: Table, lang: Lang) -> str:
    """What stands beside what; and that the other months hold nothing. table: of periods_compared."""
    told = text("reach.periods_text", lang)
    return told if len(table.periods) != 1 else f"{told} {text('reach.one_period', lang)}"


def over_time(table: Table, grain: str, lang: Lang) -> str:
    """When most was shown. table: as measures.over_time makes it."""
    sums = [row for row in table.records if row["platform"] == TOGETHER["platform"]]
    peak = max(sums or table.records, key=lambda row: float(row["value"]))
    return text(f"outcome_story.peak_{grain}", lang, when=peak["period"], value=marked_as(peak))


def satisfied(table: Table, lang: Lang) -> str:
    """Per group the share that is satisfied with its interval and base; small groups without a number."""
    bases = {row["period"]: marked_as(row) for row in table.of("base").records}
    parts = []
    for row in table.of("satisfaction").records:
        if is_missing(row["value"]):
            parts.append(text("outcome_story.suppressed", lang, audience=row["period"]))
            continue
        values = {"audience": row["period"], "share": marked_as(row), "base": bases[row["period"]]}
        parts.append(text("outcome_story.satisfied", lang, **values))
    return "; ".join(parts) + "."
