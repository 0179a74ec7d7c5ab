"""Sentences on any table of figures."""

import re
from collections import Counter

from lkdash.contracts import Lang, Status, Table, mention
from lkdash.formats import is_missing
from lkdash.texts import listed, text

Row = dict[str, object]
_NUMBER = re.compile(r"(?<![\w-])(?!(?:19|20)\d\d(?!\d|[.,]\d))[-+]?\d+(?:[.,]\d+)*(?:\s?(?:%|EUR\b))?")


def said(row: Row, lang: Lang) -> str:
    """A figure in running text, mentioned: '58,3 % (schatting, wellicht hoger)'; a gap in its own words.

    An example keeps its mark.
    """
    if Status(str(row["status"])) == Status.DEMO:
        return marked_as(row)
    doubts = "" if is_missing(row["value"]) else doubt(row, lang)
    return f"{named(row)} ({doubts})" if doubts else named(row)


def stated(row: Row, lang: Lang) -> str:
    """A figure in running text, always with its status: '67 % (definitief)'; a gap in its own words."""
    words = "" if is_missing(row["value"]) else sure(row, lang)
    return text("story.sure", lang, value=bare(row), status=words) if words else bare(row)


def sure(row: Row, lang: Lang) -> str:
    """What stands behind a figure on how sure it is: 'definitief', 'schatting, wellicht hoger'.

    Empty where the figure's own words say all of it: 'ongeveer 600.000', or an example with its mark.
    """
    status = Status(str(row["status"]))
    if status == Status.DEMO:
        return ""
    return _bias(row, lang) if status == Status.APPROXIMATE else status_words(row, lang)


def bare(row: Row) -> str:
    """The words of a figure as a mention of it; only an example keeps its mark."""
    return marked_as(row) if Status(str(row["status"])) == Status.DEMO else named(row)


def named(row: Row) -> str:
    """The words of a figure without its mark, as a mention of it."""
    return mention(str(row["text"]).split(" [")[0], row["figure_id"])


def marked_as(row: Row) -> str:
    """The words of a figure with its mark, as a mention of it."""
    return mention(str(row["text"]), row["figure_id"])


def quoting(row: Row, name: str) -> str:
    """The words of a figure's source in this column: each number but a year is a mention of that figure."""
    words = "" if is_missing(row[name]) else str(row[name])
    return _NUMBER.sub(lambda found: mention(found[0], row["figure_id"]), words)


def doubt(row: Row, lang: Lang) -> str:
    """What to know of a figure before quoting it: 'schatting, wellicht hoger'; empty when final."""
    plain = Status(str(row["status"])) in (Status.FINAL, Status.APPROXIMATE)
    return _bias(row, lang) if plain else status_words(row, lang)


def status_words(row: Row, lang: Lang) -> str:
    """How sure a figure is, always in a word: 'definitief', 'schatting, wellicht hoger'."""
    told = (text(f"status.{row['status']}", lang), _bias(row, lang))
    return ", ".join(words for words in told if words)


def _bias(row: Row, lang: Lang) -> str:
    return "" if is_missing(row["bias"]) else text(f"bias.{row['bias']}", lang)


def statuses(table: Table, lang: Lang) -> str:
    """Which periods have which status: '2017 tot 2019 definitief; 2020 schatting; 2021 nog niet geteld'."""
    rows = table.records
    if rows and all(row.get("origin") == "imported" for row in rows):
        return _of_channels(rows, lang)
    all_periods = list(dict.fromkeys(str(row["period"]) for row in rows))
    parts = []
    for status in Status:
        own = [row for row in rows if row["status"] == status]
        if not own:
            continue
        words = text(f"status.{status}", lang)
        for labels, periods in _alike(own, rows, status).items():
            years = all(period.isdigit() for period in periods)
            named = spans(periods) if years else " / ".join(periods)
            said = f"{named} {words}" if years or len(periods) < len(all_periods) else words
            parts.append(f"{said} ({', '.join(labels)})" if labels else said)
    return "; ".join(parts)


def _of_channels(rows: list[Row], lang: Lang) -> str:
    """Of a table of channels: 'definitief; in een deel van de tabel geen cijfer: bereik en frequentie'.

    The cells say of which channels; where there is one measure, the groups without a figure are named.
    """
    name = "label" if len({row["label"] for row in rows}) > 1 else "period"
    parts = []
    for status in Status:
        own = [row for row in rows if row["status"] == status]
        words = text(f"status.{status}", lang)
        if own and status.missing and len(own) < len(rows):
            named = dict.fromkeys(
                str(row[name]).lower() if name == "label" else str(row[name]) for row in own
            )
            words = text("block.partly", lang, status=words, names=listed(list(named), lang))
        parts += [words] if own else []
    return "; ".join(parts)


def _alike(own: list[Row], rows: list[Row], status: Status) -> dict[tuple[str, ...], list[str]]:
    """The periods by which of their figures have a status; unnamed where all have it, or it is final."""
    alike: dict[tuple[str, ...], list[str]] = {}
    shown = Counter(str(row["period"]) for row in rows)
    labels: dict[str, list[str]] = {}
    for row in own:
        labels.setdefault(str(row["period"]), []).append(str(row["label"]).lower())
    for period, named in labels.items():
        whole = status == Status.FINAL or len(named) == shown[period]
        alike.setdefault(() if whole else tuple(dict.fromkeys(named)), []).append(period)
    return alike


def spans(periods: list[str]) -> str:
    """Years in as few words as can be: '2017-2019, 2021'."""
    runs: list[list[str]] = []
    for period in periods:
        follows = runs and period.isdigit() and runs[-1][-1].isdigit()
        if follows and int(period) == int(runs[-1][-1]) + 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
