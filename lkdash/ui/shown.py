"""On which page, under which heading, a figure stands in a table."""

from collections.abc import Iterator
from dataclasses import replace

from lkdash import measures
from lkdash.contracts import Choice, Status
from lkdash.db import Warehouse
from lkdash.stories import Row
from lkdash.texts import text
from lkdash.ui.addresses import link

PATHS = {
    "overview": "/",
    "coverage": "/dekking",
    "channels": "/afhaalkanalen",
    "recruitment": "/wervingscampagne",
    "intake": "/instroom",
    "evaluation": "/evaluatie",
    "reach": "/bereik",
    "survey": "/bevraging",
    "importing": "/importeren",
    "quality": "/bronnen",
}
# Table of card figures → page and key of the heading there.
CARD: dict[str, dict[str, str]] = {
    "overview": {"coverage": "overview.coverage", "made_and_staff": "overview.made"},
    "coverage": {
        "coverage": "coverage.share",
        "made_and_staff": "coverage.made",
        "shares_compared": "coverage.compared",
        "disruption": "coverage.disruption",
        "change_on_year": "coverage.change",
        "growth_on_year": "coverage.growth",
        "totals": "coverage.totals",
    },
    "channels": {
        "channels": "channels.stacked",
        "channels_relative": "channels.stacked",
        "channel_parts": "channels.flow",
        "library_pickup": "channels.pickup",
        "home_delivery": "channels.home",
        "posted": "channels.known",
    },
}
IMPORTED = {
    "reach.channels": ("reach", (*measures.outcomes.SEEN, "impressions_outside")),
    "reach.gains": ("reach", measures.outcomes.GAINED),
    "reach.videos": ("reach", measures.outcome_table.QUARTILES),
    "reach.time": ("reach", ("impressions_undivided",)),
    "reach.compared": ("reach", ("pairs", "pairs_different")),
}
COUNTED = {
    "actions": ("recruitment", "recruitment.actions"),
    "expectations": ("evaluation", "evaluation.board"),
    "criteria": ("evaluation", "evaluation.criteria"),
}
JOINED = {
    measures.PAIR.upper(): ("reach", "reach.compared"),
    "TRECHTER": ("reach", "reach.funnel"),
    "TOTAAL": ("evaluation", "evaluation.criteria"),
    "SURVEY": ("survey", "survey.title"),
}


def places(data: Warehouse, row: Row, choice: Choice) -> Iterator[tuple[str, str]]:
    """Page and heading in words, and the address, for each table that holds the figure of this row."""
    lang = choice.lang
    for page, title, shown in _found(data, row, choice):
        period = row["period"]
        words = text(title, lang, edition=period)
        yield f"{text(f'{page}.nav', lang)}: {words}", link(PATHS[page], shown)


def _found(data: Warehouse, row: Row, choice: Choice) -> Iterator[tuple[str, str, Choice]]:
    origin, measure = str(row["origin"]), str(row["measure"])
    if origin == "reference":
        pages = _of_series(data, measure)
    elif origin == "imported":
        pages, choice = _of_import(data, row), measures.shown_by(str(row["figure_id"]), choice)
    elif origin == "received":
        pages = iter([("importing", "importing.history")] if row["kept"] else [])
    elif measure == "website_visits":
        pages = iter([("coverage", "coverage.visits"), ("quality", "coverage.visits")])
    elif origin == "counted":
        pages = iter([_counted(measure)])
    else:
        yield from _of_card(data, row, choice)
        pages = iter([("quality", f"quality.{origin}")])
    yield from ((page, title, choice) for page, title in pages)


def _counted(measure: str) -> tuple[str, str]:
    page, title = next(shown for name, shown in COUNTED.items() if measure.startswith(name))
    return page, title


def _of_card(data: Warehouse, row: Row, choice: Choice) -> Iterator[tuple[str, str, Choice]]:
    tables = measures.tables_with(str(row["measure"]), str(row["period_kind"]))
    counted = row["period"] in measures.editions(data).counted
    for page, titles in CARD.items():
        for name in tables:
            if name in titles and not (name == "posted" and counted):
                shown = replace(choice, edition=str(row["period"])) if name == "channel_parts" else choice
                yield page, titles[name], replace(shown, relative=name == "channels_relative")


def _of_series(data: Warehouse, series: str) -> Iterator[tuple[str, str]]:
    titles = {"staff": ("coverage", "coverage.staff"), "launch": ("recruitment", "recruitment.figures")}
    for group, held in measures.GROUPS.items():
        if series in held:
            yield titles.get(group, ("intake", f"intake_group.{group}"))
    criteria = data.query("criteria")["series"].dropna()
    if series in " ".join(criteria).split():
        yield "evaluation", "evaluation.criteria"
    yield "quality", "quality.references"


def _of_import(data: Warehouse, row: Row) -> Iterator[tuple[str, str]]:
    own = str(row["figure_id"]).removeprefix("IMP-").removeprefix("VB-").split("-")[0]
    evidence = measures.evidence(data, "nl").rows
    if len(evidence) and row["figure_id"] in set(evidence["figure_id"]):
        yield "evaluation", "evaluation.by_channel"
    if own == "TEMPLATE":
        yield "intake", _beside(data, row)
        return
    if "starts" in row:
        yield "reach", "reach.time"
        return
    if own in JOINED:
        yield JOINED[own]
        return
    if measures.of_campaign(data, str(row["figure_id"])):
        yield "reach", "targets.title"
        return
    yield from ((page, title) for title, (page, held) in IMPORTED.items() if row["measure"] in held)


def _beside(data: Warehouse, row: Row) -> str:
    """The heading over the public count of the same thing; a made-up count stands beside none."""
    rows = data.query("reference_figures", series=[], gaps=False)
    counted = set(rows.loc[rows["metric"] == row["measure"], "series"])
    groups = [group for group, held in measures.GROUPS.items() if counted & set(held)]
    return f"intake_group.{groups[0]}" if groups and row["status"] != Status.DEMO else "intake.alone_title"
