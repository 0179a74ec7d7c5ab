"""Writes any table in any layout, as its platform would: the other direction of the importers, for the tests."""

from dataclasses import dataclass
from datetime import date

from lkdash.contracts import METRICS, NOT_ADDITIVE, Lang
from lkdash.contracts.outcome import AMOUNTS, MEASURED
from lkdash.importers.layout import Layout

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")
NAMED = ("campaign", "ad_group", "item", "keyword", "label", "dimension")
DATED = ("day", "time", "period_start", "x_start", "period_end")


@dataclass(frozen=True)
class Export:
    """A file, and what reading it must give."""

    content: bytes
    totals: dict[str, float]
    rows: int


def columns(layout: Layout, lang: Lang) -> dict[str, str]:
    """One printed name a role, for roles whose values we write."""
    roles = {}
    for printed, role in layout.columns[lang].items():
        if role and role not in roles and "*" not in printed:
            roles[role] = printed.replace("{currency}", "EUR")
    return roles


def metrics(layout: Layout, lang: Lang) -> list[str]:
    """The metrics that a layout prints in a language, promoted ones and people left out."""
    return [role for role in columns(layout, lang) if role in METRICS and role not in NOT_ADDITIVE]


def written(number: float, metric: str, comma: bool, thousands: bool) -> str:
    """A number as the platform prints it: whole ones without decimals, others with two."""
    plain = f"{number:,.2f}" if metric in (*AMOUNTS, *MEASURED) else f"{number:,.0f}"
    if not thousands:
        plain = plain.replace(",", "")
    return plain.translate(str.maketrans(",.", ".,")) if comma else plain


def export(
    layout: Layout,
    lang: Lang,
    rows: list[dict[str, float | None]],
    *,
    day: date,
    delimiter: str,
    encoding: str,
    names: list[str],
) -> Export:
    """A file of this layout with these metric values a row (None = missing)."""
    roles = columns(layout, lang)
    comma = layout.numbers == "language" and lang == "nl"
    lines = [delimiter.join(_quoted(roles[role], delimiter) for role in roles)]
    for values, name in zip(rows, names, strict=True):
        cells = [_cell(role, values, name, day, layout, comma) for role in roles]
        lines.append(delimiter.join(_quoted(cell, delimiter) for cell in cells))
    totals: dict[str, float] = {}
    for values in rows:
        for metric, value in values.items():
            if value is not None:
                totals[metric] = totals.get(metric, 0) + value
    return Export(("\n".join(lines) + "\n").encode(encoding), totals, len(rows))


def _cell(
    role: str, values: dict[str, float | None], name: str, day: date, layout: Layout, comma: bool
) -> str:
    if role in DATED:
        return day.isoformat()
    if role in NAMED:
        return name
    if role == "currency":
        return "EUR"
    value = values.get(role)
    if value is None:
        return "--" if layout.platform == "google_ads" else ""
    return written(value, role, comma, thousands=layout.numbers == "language")


def _quoted(cell: str, delimiter: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if delimiter in cell or '"' in cell else cell
