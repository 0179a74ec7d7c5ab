"""The sentences on the recruitment campaign and its evaluation, made from rows alone."""

import pandas as pd

from lkdash.contracts import Lang, Table, weakest
from lkdash.stories.figures import named, quoting, said
from lkdash.texts import listed, text


def recruitment(period: dict[str, object], actions: pd.DataFrame, counted: Table, lang: Lang) -> str:
    """What the campaign was, when it ran, how many actions of which kind, how many have a date, and how sure.

    counted: as measures.counted makes it.
    """
    kinds = {
        f"actions_{kind}": name for kind, name in zip(actions["kind"], actions["kind_name"], strict=True)
    }
    rows = {row["measure"]: row for row in counted.records}
    told = {name: rows[name] for name in ("actions", *kinds, "actions_dated")}
    return text(
        "recruitment.opening",
        lang,
        campaign=period["text"],
        when=period["when"],
        total=named(told["actions"]),
        kinds=listed([f"{named(told[kind])} {name}" for kind, name in kinds.items()], lang),
        dated=named(told["actions_dated"]),
        status=text(f"status.{weakest(row['status'] for row in told.values())}", lang),
    )


def at_launch(table: Table, lang: Lang) -> str:
    """The public figures around the campaign, each with its doubt and how far its source can be trusted."""
    parts = [
        text(
            "recruitment.figure",
            lang,
            label=row["plain"],
            value=said(row, lang),
            basis=quoting(row, "basis"),
            confidence=text(f"confidence.{row['confidence']}", lang),
        )
        for row in table.records
    ]
    return " ".join(parts)
