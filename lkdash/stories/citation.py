"""One figure in words: what it is about, how sure, and the line to quote it by."""

from collections.abc import Sequence
from datetime import date

from lkdash.contracts import Lang, PeriodKind, Status, Table
from lkdash.formats import day, is_missing
from lkdash.measures import days_of, period_words
from lkdash.stories.figures import Row, status_words
from lkdash.texts import export_words, listed, text

MOST_FILES = 3
EXAMPLE = "-VB-"


def subject(row: Row, lang: Lang) -> str:
    """What a figure is about: 'Personeel met kaart, editie 2020', 'Klikken, Meta, betaald, mei 2019'."""
    label = str(row["plain"]) if "plain" in row else str(row["label"])
    return f"{label}, {_period(row, lang)}"


def _period(row: Row, lang: Lang) -> str:
    period = str(row["period"])
    if row["origin"] == "reference":
        return period_words(period, lang)
    if row["origin"] == "imported":
        days, named = days_of(str(row["figure_id"])), str(row.get("when") or period)
        return f"{named}, {period_words(days, lang)}" if days else named
    if row["measure"] == "website_visits" or row["origin"] in ("received", "counted"):
        return period
    several = row["period_kind"] == PeriodKind.INTERVAL
    return text("papers.editions" if several else "papers.edition", lang, period=period)


def formula_words(row: Row, lang: Lang) -> str:
    """How a figure was computed; empty where it was not."""
    if not is_missing(row["formula"]):
        return str(row["formula"])
    return text("papers.sum", lang) if row["origin"] == "computed" else ""


def unit_words(row: Row, lang: Lang) -> str:
    """What a figure counts, as it is shown: a share in per cent, and a change of it no share at all."""
    if row["unit"] != "share":
        return text(f"unit_name.{row['unit']}", lang)
    change = row.get("signed", False) or row.get("change", False)
    return text("colophon.growth" if change else "colophon.percent", lang)


def quotable(row: Row) -> bool:
    """False for a made-up example, which is never an answer, and for a file that is not kept (yet)."""
    kept = row["origin"] != "received" or row["kept"]
    return bool(kept) and row["status"] != Status.DEMO and EXAMPLE not in str(row["figure_id"])


def citation(
    row: Row, table: Table, files: Sequence[Row], lang: Lang, *, version: str, consulted: date, address: str
) -> str:
    """The line to quote the figure of this row by, as references are written in Belgium.

    table: with its sources. files: the imports that it rests on. version: of the bundled data.
    """
    plain = str(row["text"]).split(" [")[0]
    imports = ", ".join(str(file["import_id"])[:12] for file in files[:MOST_FILES])
    return text(
        "papers.citation",
        lang,
        subject=subject(row, lang),
        value=plain if is_missing(row["value"]) else f"{plain} ({status_words(row, lang)})",
        origin=_origin(row, table, files, lang),
        figure=row["figure_id"],
        site=text("app.title", lang),
        version=text("papers.import", lang, id=imports)
        if files
        else text("papers.version", lang, version=version),
        date=day(consulted, lang=lang),
        address=address,
    )


def _origin(row: Row, table: Table, files: Sequence[Row], lang: Lang) -> str:
    """Publisher, title, date and place; how it was computed; which files."""
    if row["origin"] == "reference":
        return str(table.sources["title"].iloc[0])
    known = table.sources.to_dict("records")
    sources = [f"{source['publisher']}, {source['title']}, {source['date']}" for source in known]
    named = listed([_file(file, lang) for file in files[:MOST_FILES]] or sources, lang)
    if len(files) > MOST_FILES:
        named = text("papers.more_files", lang, files=named, count=len(files) - MOST_FILES)
    if formula_words(row, lang):
        return text("papers.computed", lang, formula=formula_words(row, lang), sources=named)
    return named if files or is_missing(row["place"]) else f"{named}, {row['place']}"


def _file(file: Row, lang: Lang) -> str:
    when = text("outcome.imported_on", lang, date=day(str(file["imported_at"])[:10], lang=lang))
    title = export_words(str(file["title"]), lang)
    return f"{text('outcome.export_of', lang, title=title)} ({file['file']}, {when})"
