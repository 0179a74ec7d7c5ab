"""What the marks of figures mean, in words: a line a status that occurs, and which figures lean which way."""

from collections.abc import Iterable, Iterator, Sequence

from lkdash.contracts import MARKS, Lang, Status, Table
from lkdash.texts import text


def marked_lines(statuses: Iterable[str], lang: Lang) -> tuple[str, ...]:
    """The same for the statuses that have a mark: what a reader needs beside the table itself."""
    return mark_lines([status for status in statuses if Status(status) in MARKS], lang)


def mark_lines(statuses: Iterable[str], lang: Lang) -> tuple[str, ...]:
    """A line for each of these statuses, from the strongest to the weakest: its mark and its words."""
    found = {Status(status) for status in statuses}
    return tuple(
        text(
            "colophon.mark",
            lang,
            mark=_mark(status, lang),
            words=text("colophon.made_up" if status == Status.DEMO else f"status.{status}", lang),
        )
        for status in Status
        if status in found
    )


def _mark(status: Status, lang: Lang) -> str:
    """What a figure of this status carries: its mark, the word 'ongeveer', or no mark."""
    if status == Status.APPROXIMATE:
        return text("status.about", lang, value="…")
    return MARKS.get(status, text("colophon.unmarked", lang))


def leanings(tables: Sequence[Table], lang: Lang) -> Iterator[str]:
    """Which way the truth lies from which figures, where a source says so."""
    leaning: dict[str, list[str]] = {}
    for table in tables:
        for row in table.rows[table.rows["bias"].notna()].to_dict("records"):
            leaning.setdefault(str(row["bias"]), []).append(str(row["figure_id"]))
    for bias, ids in leaning.items():
        figures = ", ".join(dict.fromkeys(ids))
        yield text("colophon.leaning", lang, words=text(f"bias.{bias}", lang), figures=figures)
