"""The sentences on the recruitment campaign and its evaluation, made from rows alone."""

import pandas as pd

from lkdash.contracts import Lang, Table
from lkdash.stories.figures import said
from lkdash.texts import listed, text


def recruitment(period: dict[str, object], actions: pd.DataFrame, lang: Lang) -> str:
    """What the campaign was, when it ran, how many actions of which kind, and how many have a date."""
    kinds = actions.groupby("kind_name", sort=False).size()
    return text(
        "recruitment.opening",
        lang,
        campaign=period["text"],
        when=period["when"],
        total=len(actions),
        kinds=listed([f"{number} {kind}" for kind, number in kinds.items()], lang),
        dated=int(actions["dated"].sum()),
    )


def undrawn(actions: pd.DataFrame) -> list[str]:
    """Actions that stand in no chart, with the reason."""
    left = actions[~drawable(actions)]
    return [f"{words}: {when}." for words, when in zip(left["text"], left["when"], strict=True)]


def drawable(actions: pd.DataFrame) -> "pd.Series[bool]":
    """True where an action has a date, or is said to be part of the campaign's period."""
    return actions["dated"].astype(bool) | (actions["phase"] == "during")


def at_launch(table: Table, lang: Lang) -> str:
    """The public figures around the campaign, each with its doubt and how far its source can be trusted."""
    parts = [
        text(
            "recruitment.figure",
            lang,
            label=row["plain"],
            value=said(row, lang),
            basis=row["basis"],
            confidence=text(f"confidence.{row['confidence']}", lang),
        )
        for row in table.records
    ]
    return " ".join(parts)
