"""The sentences on the recruitment campaign and its evaluation, made from rows alone."""

import pandas as pd

from lkdash.contracts import Lang, Table
from lkdash.stories.figures import named, quoting, said
from lkdash.texts import listed, text


def recruitment(period: dict[str, object], actions: pd.DataFrame, counted: Table, lang: Lang) -> str:
    """What the campaign was, when it ran, how many actions of which kind, and how many have a date.

    counted: as measures.counted makes it.
    """
    told = {row["measure"]: named(row) for row in counted.records}
    kinds = dict(zip(actions["kind"], actions["kind_name"], strict=True))
    return text(
        "recruitment.opening",
        lang,
        campaign=period["text"],
        when=period["when"],
        total=told["actions"],
        kinds=listed([f"{told[f'actions_{kind}']} {words}" for kind, words in kinds.items()], lang),
        dated=told["actions_dated"],
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
