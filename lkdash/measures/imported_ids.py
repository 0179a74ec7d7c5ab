"""The ids of imported figures: IMP-GOOGLE_ADS-SEARCH-BET-2019-05_2019-06-CLICK_RATE.

Platform, network, paid (BET) or organic (ORG), days and metric: two figures never share one. ALLE where the
files do not tell, SAMEN where they are taken together, HEEL for all days there are, VB in front where the
figure is an example.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd

from lkdash.contracts import Choice, Status

WHOLE, UNTOLD, EXAMPLE = "HEEL", "ALLE", "VB"
JOINED = "samen"  # what is taken together, and not told apart
UNTIL, SINCE = "TEM-", "-EV"
MONTH = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])"
ID = re.compile(
    r"IMP-(?P<example>VB-)?(?P<channel>[A-Z0-9_]+-[A-Z0-9_]+-(?:BET|ORG|ALLE|SAMEN))"
    r"-(?P<days>[A-Z0-9_-]+)-(?P<metric>[A-Z0-9_]+)"
)


PARTS = ("platform", "network", "paid")


class Imported(NamedTuple):
    """What the id of an imported figure says. first, last: months, empty where the period is open."""

    channel: str
    first: str
    last: str
    days: str
    metric: str
    example: bool


def imported_id(row: Mapping[Any, Any], metric: str) -> str:
    """The id of a metric of this row: platform, network, paid, status, and days (a code, WHOLE if absent)."""
    example = [EXAMPLE] if row["status"] == Status.DEMO else []
    days = str(row.get("days") or WHOLE)
    channel = channel_code(row["platform"], row.get("network"), row.get("paid"))
    return "-".join(["IMP", *example, channel, days, metric.upper()])


def channel_code(platform: object, network: object = None, paid: object = None) -> str:
    """GOOGLE_ADS-SEARCH-BET."""
    return "-".join([slug(str(platform)), slug(str(network)) if network else UNTOLD, _paid_code(paid)])


def _paid_code(paid: object) -> str:
    if paid == JOINED:
        return JOINED.upper()
    return UNTOLD if pd.isna(paid) else ("BET" if paid else "ORG")  # type: ignore[call-overload]


def slug(words: str) -> str:
    """Capitals, digits and underscores; what that cannot say is told apart by six digits of its SHA-256."""
    plain = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    told_apart = "" if plain[:24] == words else "_" + hashlib.sha256(words.encode()).hexdigest()[:6]
    return (plain[:24] + told_apart).upper()


def months_code(first: str, last: str) -> str:
    """2019-05 for one month, 2019-05_2019-06, TEM-2019-06 (until), 2019-05-EV (since), or HEEL."""
    if not first:
        return f"{UNTIL}{last}" if last else WHOLE
    if not last:
        return f"{first}{SINCE}"
    return first if first == last else f"{first}_{last}"


def days_code(first: date, last: date) -> str:
    """2019 for a year, 2019-2020 for a school year, a day, or both days."""
    following = last + timedelta(days=1)
    if (first.month, first.day) == (following.month, following.day) and first.year + 1 == following.year:
        if (first.month, first.day) == (1, 1):
            return str(first.year)
        if (first.month, first.day) == (9, 1):
            return f"{first.year}-{last.year}"
    return str(first) if first == last else f"{first}_{last}"


def parsed(figure_id: str) -> Imported | None:
    """What an id says; None where it is not the id of an imported figure."""
    found = ID.fullmatch(figure_id)
    if found is None:
        return None
    days = found["days"]
    first, _, last = days.removesuffix(SINCE).partition("_")
    if first.startswith(UNTIL):
        first, last = "", first.removeprefix(UNTIL)
    elif not days.endswith(SINCE):
        last = last or first
    first, last = (month if re.fullmatch(MONTH, month) else "" for month in (first, last))
    return Imported(found["channel"], first, last, days, found["metric"].lower(), bool(found["example"]))


def choice_of(asked: Imported, choice: Choice) -> Choice:
    """The choice under which the figure of this id is shown."""
    by = _grouped_by(asked.channel.split("-"))
    return replace(choice, first=asked.first, last=asked.last, examples=asked.example, by=by)


def _grouped_by(codes: list[str]) -> str:
    """What the figures of this channel are grouped by: all that is not taken together."""
    told = [name for name, code in zip(PARTS, codes, strict=True) if code != JOINED.upper()]
    if codes[0] == JOINED.upper() and codes[1:] == [UNTOLD, UNTOLD]:
        return "whole"
    return told[0] if len(told) == 1 else "channel"
