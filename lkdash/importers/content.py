"""What one received file holds: a template of ours, a survey, or an export of a platform."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lkdash.contracts import Finding, Refusal, Status, refuse
from lkdash.db import Connection, QueryError, is_full
from lkdash.demo import WORD
from lkdash.importers.above import refuse_rows_above
from lkdash.importers.exports import read_export
from lkdash.importers.layout import layouts
from lkdash.importers.reading import Reading
from lkdash.importers.recognise import head_lines, recognise
from lkdash.importers.records import refuse_no_text
from lkdash.importers.survey_head import NAMES, refuse_near_miss, survey_head
from lkdash.importers.survey_name import survey_name
from lkdash.importers.surveys import read_survey
from lkdash.importers.template import TITLE, is_template, read_template

OTHERS = {**NAMES, "template": TITLE}


@dataclass(frozen=True)
class Content:
    """The layout that was recognised, its title, its language, and what was read; demo: made-up examples."""

    layout: str
    title: str
    language: str
    reading: Reading
    demo: bool


def refuse_unknown(layout: str | None) -> None:
    """Refusal for a layout by a name that there is not."""
    names = [*layouts(), *OTHERS]
    if layout is not None and layout not in names:
        raise refuse("no_such_layout", layout=layout, names=", ".join(names))


def content_of(con: Connection, text: Path, work: Path, stem: str, only: str | None) -> Content:
    """Make the relation `tidy` of `con` from a file of text; Refusal where it cannot be read.

    stem: the file's name where it was received; work: a folder to write beside it; only: the layout to take.
    """
    lines = head_lines(text)
    demo = any(WORD in line for line in lines)
    con.execute(f"set variable status = '{Status.DEMO if demo else Status.FINAL}'")
    if any("No data available" in line for line in lines[:2]):
        raise refuse("no_rows", title="Matomo")
    delimiter = is_template(lines)
    if delimiter and only in (None, "template"):
        with _named("template", TITLE):
            refuse_no_text(text)
            return Content("template", TITLE, "nl", read_template(con, text, delimiter), demo)
    head = survey_head(lines)
    if head and only in (None, head.layout):
        title = NAMES[head.layout]
        with _named(head.layout, title):
            refuse_no_text(text)
            return Content(head.layout, title, "nl", read_survey(con, text, head, survey_name(stem)), demo)
    if not head and only in (None, *NAMES):
        refuse_near_miss(lines)
    found = recognise(lines, only)
    name, title = found.layout.name, found.layout.title
    with _named(name, title):
        refuse_rows_above(lines, found)
        return Content(name, title, found.lang, read_export(con, text, found, work), demo)


@contextmanager
def _named(layout: str, title: str) -> Iterator[None]:
    """A refusal tells the layout that was recognised."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(*refusal.findings, layout=layout) from refusal
    except QueryError as error:
        if is_full(error):
            raise
        raise Refusal(Finding("refusal.unreadable", {"title": title}), layout=layout) from error
