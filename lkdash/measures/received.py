"""What a received file adds up to, as figures: before it is kept, and after, under the same ids."""

from typing import Any

import pandas as pd

from lkdash.contracts import Lang, Papers, Receipt, Status, Table
from lkdash.contracts.outcome import AMOUNTS, NOT_ADDITIVE
from lkdash.formats import day, is_whole, marked, number
from lkdash.measures.imported_ids import imported_id, slug
from lkdash.texts import export_words, text

FILE = "bestand"  # the platform in the ids of a file's totals; its network is the import
ID_DIGITS = 12


def file_totals(received: Receipt | Papers, lang: Lang) -> Table:
    """A row a metric, or a currency or count of it where there are several: the sum of the file's rows.

    Of people the value is the least that it can be. Empty where nothing could be read.
    """
    figures = [
        _figure(received, metric, part, total, lang)
        for metric, totals in received.totals.items()
        for part, total in _parts(metric, totals).items()
    ]
    named = ["source_id", "title", "short", "publisher", "date"]
    source = [_source(received, lang)] if figures else []
    return Table(
        "file_totals",
        pd.DataFrame(figures, columns=None if figures else ["figure_id", "text"]),
        pd.DataFrame(columns=["note_id", "text"]),
        pd.DataFrame(source, columns=named),
    )


def _parts(metric: str, totals: Any) -> dict[str, Any]:
    """By currency or count; of people a total has two sides and no parts."""
    return totals if metric not in NOT_ADDITIVE and isinstance(totals, dict) else {"": totals}


def _figure(received: Receipt | Papers, metric: str, part: str, total: Any, lang: Lang) -> dict[str, Any]:
    status = Status.DEMO if received.demo else Status.FINAL
    about = {"platform": FILE, "network": str(received.import_id)[:ID_DIGITS], "paid": None, "status": status}
    named = text(f"metric.{metric}", lang)
    one_count = bool(part) and metric not in AMOUNTS
    code = slug(part) if one_count else part
    return {
        "figure_id": imported_id(about, f"{metric}_{code}".rstrip("_")),
        "measure": metric,
        "label": _label(named, part, one_count),
        "definition": named,
        "unit": "persons" if metric in NOT_ADDITIVE else "number",
        "period": received.file,
        "period_kind": "interval",
        "value": float(total["at_least"] if isinstance(total, dict) else total),
        "text": marked(_words(total, part or received.currency, metric, lang), status),
        "status": status,
        "bias": None,
        "origin": "received",
        "kept": isinstance(received, Papers),
        "printed": None,
        "place": None,
        "formula": text(f"formula.{_formula(metric, one_count)}", lang),
        "source_id": str(received.import_id)[:ID_DIGITS],
    }


def _label(named: str, part: str, one_count: bool) -> str:
    if one_count:
        return f"{named}: {part}"
    return f"{named} ({part})" if part else named


def _formula(metric: str, one_count: bool) -> str:
    return "people" if metric in NOT_ADDITIVE else "one_count" if one_count else "rows"


def _words(total: Any, currency: str, metric: str, lang: Lang) -> str:
    if isinstance(total, dict):
        return between_words(total["at_least"], total["at_most"], lang)
    return amount_words(float(total), currency, lang) if metric in AMOUNTS else number_words(total, lang)


def between_words(least: float, most: float, lang: Lang) -> str:
    """Bounds: 'tussen 100 en 180'."""
    return text("outcome.between", lang, least=number_words(least, lang), most=number_words(most, lang))


def amount_words(value: float, currency: str, lang: Lang) -> str:
    """An amount in the currency of its file, which may name none: '12,50 USD'."""
    return f"{number(value, 'number', lang=lang, decimals=2)} {currency}".rstrip()


def number_words(value: float, lang: Lang) -> str:
    """A number as it was read, with decimals where it has some."""
    return number(float(value), "number", lang=lang, decimals=0 if is_whole(float(value)) else 2)


def _source(received: Receipt | Papers, lang: Lang) -> dict[str, str]:
    kept = isinstance(received, Papers)
    when = day(received.imported_at[:10], lang=lang) if isinstance(received, Papers) else ""
    return {
        "source_id": str(received.import_id)[:ID_DIGITS],
        "title": text("outcome.export_of", lang, title=export_words(received.title, lang)),
        "short": export_words(received.title, lang),
        "publisher": received.file,
        "date": text("outcome.imported_on", lang, date=when) if kept else text("importing.not_kept", lang),
    }
