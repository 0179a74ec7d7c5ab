"""Sentences on imported outcomes: what stands out, with its doubts; no effect, and no sum of people."""

import pandas as pd

from lkdash.contracts import Lang, Table, weakest
from lkdash.formats import is_missing, marked, number
from lkdash.texts import text


def reach(table: Table, lang: Lang) -> str:
    """Which channel was shown most, and which has the highest click rate."""
    rows = [row for row in table.records if row["value"] is not None and row["value"] == row["value"]]
    parts = []
    for name in ("impressions", "click_rate"):
        own = [row for row in rows if row["measure"] == name]
        if own:
            most = max(own, key=lambda row: float(str(row["value"])))
            parts.append(text(f"outcome_story.{name}", lang, channel=most["period"], value=most["text"]))
    return " ".join(parts) or text("outcome.nothing", lang)


def compared(rows: pd.DataFrame, lang: Lang, most: int = 6) -> list[str]:
    """One sentence a pair of channels: different only where the interval leaves out zero."""
    sentences = []
    for row in rows.head(most).to_dict("records"):
        values = {
            name: number(100 * row[name], "points", lang=lang, decimals=2, signed=True)
            for name in ("difference", "low", "high")
        }
        key = "outcome_story.differ" if row["differs"] else "outcome_story.same"
        said = text(key, lang, one=row["one"], other=row["other"], **values)
        sentences.append(marked(said, row["status"]))
    return sentences


def over_time(rows: pd.DataFrame, grain: str, lang: Lang) -> str:
    """When most was shown. rows: starts, period (in words), impressions, status."""
    if rows.empty:
        return text("outcome.nothing", lang)
    sums = rows.groupby("starts")["impressions"].sum()
    written = dict(zip(rows["starts"], rows["period"], strict=True))
    value = number(float(sums.max()), "number", lang=lang)
    value = marked(value, weakest(rows["status"]))
    return text(f"outcome_story.peak_{grain}", lang, when=written[sums.idxmax()], value=value)


def satisfied(table: Table, lang: Lang) -> str:
    """Per group the share that is satisfied with its interval and base; small groups without a number."""
    bases = {row["period"]: row["text"] for row in table.of("base").records}
    parts = []
    for row in table.of("satisfaction").records:
        if is_missing(row["value"]):
            parts.append(text("outcome_story.suppressed", lang, audience=row["period"]))
            continue
        base = str(bases[row["period"]]).split(" [")[0]
        values = {"audience": row["period"], "share": row["text"], "base": base}
        parts.append(text("outcome_story.satisfied", lang, **values))
    return "; ".join(parts) + "."
