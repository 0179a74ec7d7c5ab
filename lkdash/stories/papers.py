"""The papers of one figure, line by line: what it means, how sure it is, where it stands in which source."""

from collections.abc import Iterator, Sequence

from lkdash.contracts import Lang, Table
from lkdash.formats import day, is_missing
from lkdash.stories.citation import formula_words, unit_words
from lkdash.stories.figures import Row, status_words
from lkdash.texts import text

Line = tuple[str, str]


def papers(row: Row, table: Table, files: Sequence[Row], lang: Lang) -> list[Line]:
    """Pairs of a column's name (of the texts) and its words. files: the imports that the figure rests on."""
    origin = _of_other if row["origin"] == "reference" else _of_sources
    return [*_of_figure(row, lang), *origin(row, table, lang), *_of_files(files, lang)]


def _of_figure(row: Row, lang: Lang) -> Iterator[Line]:
    if row["definition"] != row["label"]:
        yield "definition", str(row["definition"])
    yield "unit", unit_words(row, lang)
    yield "status", status_words(row, lang)
    if formula_words(row, lang):
        yield "formula", formula_words(row, lang)
    imported = row["origin"] == "imported"  # its place is its file, which comes with the day below
    for name in ("basis", "printed") if imported else ("basis", "printed", "place"):
        if not is_missing(row.get(name)):
            yield name, str(row[name])


def _of_other(row: Row, table: Table, lang: Lang) -> Iterator[Line]:
    yield "published", str(row["publisher"])
    if not is_missing(row["date_published"]):
        yield "date", day(str(row["date_published"]), lang=lang)
    yield "address", str(row["url"])
    yield "confidence", text(f"confidence.{row['confidence']}", lang)


def _of_sources(row: Row, table: Table, lang: Lang) -> Iterator[Line]:
    for source in table.sources.to_dict("records") if row["origin"] != "imported" else ():
        yield "source", str(source["title"])
        yield "published", str(source["publisher"])
        yield "date", str(source["date"])
        if not is_missing(source.get("url")):
            yield "address", str(source["url"])


def _of_files(files: Sequence[Row], lang: Lang) -> Iterator[Line]:
    for file in files:
        known = {"file": file["file"], "title": file["title"]}
        when = day(str(file["imported_at"])[:10], lang=lang)
        yield "file", text("papers.file", lang, **known, date=when) + _span(file, lang)
        yield "import_id", str(file["import_id"])[:12]


def _span(file: Row, lang: Lang) -> str:
    if str(file["first_day"]) in ("NaT", "None"):
        return ""
    first, last = (day(str(file[name])[:10], lang=lang) for name in ("first_day", "last_day"))
    return text("papers.days", lang, first=first, last=last)
