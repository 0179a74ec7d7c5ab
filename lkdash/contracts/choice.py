"""What a reader chose, as one frozen value that can be written to the address bar and read back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Literal, Self, get_args
from urllib.parse import urlencode

Lang = Literal["nl", "en"]
# What imported figures are grouped by → its name in the address bar.
GROUPINGS = {
    "channel": "kanaal",
    "platform": "platform",
    "network": "netwerk",
    "paid": "betaald",
    "day": "dag",
    "week": "week",
    "whole": "alles",
}
BY_NAME = {name: by for by, name in GROUPINGS.items()}
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True)
class Choice:
    """All filters at once. `editions`: those shown, in order. `edition`: the one looked at closely.

    by: what imported figures are grouped by, of GROUPINGS. examples: with example figures, as long as there
    are no real ones.
    first, last: months (2019-05) between which imported figures count; empty = no bound.
    against: the month from which as many months are compared with them; empty = those directly before.
    question: name of a known written question; empty = one of the reader's own.
    """

    editions: tuple[str, ...]
    lang: Lang = "nl"
    relative: bool = False
    estimates: bool = True
    edition: str = ""
    by: str = "channel"
    examples: bool = True
    first: str = ""
    last: str = ""
    against: str = ""
    question: str = ""

    @classmethod
    def from_params(cls, params: Mapping[str, str], known: tuple[str, ...], latest: str) -> Self:
        """The choice in a query string; whatever is unknown or hostile falls back to the default.

        known: every edition, in order. latest: the edition looked at closely by default.
        """
        asked = params.get("edities", "").split(",")
        edition = params.get("editie", "")
        return cls(
            editions=tuple(e for e in known if e in asked) or known,
            lang="en" if params.get("lang") == "en" else "nl",
            relative=params.get("weergave") == "aandeel",
            estimates=params.get("schattingen") != "nee",
            edition=edition if edition in known else latest,
            by=BY_NAME.get(params.get("groep", ""), "channel"),
            examples=params.get("voorbeeld") != "nee",
            first=_month(params.get("van", "")),
            last=_month(params.get("tot", "")),
            against=_month(params.get("tegenover", "")),
            question=_name(params.get("vraag", "")),
        )

    def params(self) -> dict[str, str]:
        """The full state as a query string's parts, defaults included, so that a link keeps its meaning."""
        return {
            "lang": self.lang,
            "edities": ",".join(self.editions),
            "weergave": "aandeel" if self.relative else "aantal",
            "schattingen": "ja" if self.estimates else "nee",
            "editie": self.edition,
            "groep": GROUPINGS[self.by],
            "voorbeeld": "ja" if self.examples else "nee",
            "van": self.first,
            "tot": self.last,
            "tegenover": self.against,
            "vraag": self.question,
        }

    @cached_property
    def query(self) -> str:
        """The same as a query string."""
        return urlencode(self.params())

    def only(self, *names: str) -> Self:
        """The same choice in these parts; in the others nothing is chosen."""
        chosen: dict[str, Any] = {name: getattr(self, name) for name in names}
        return type(self)(**{"editions": (), **chosen})

    @property
    def grain(self) -> str:
        """`day` or `week`: what a chart over time has a bar for."""
        return "day" if self.by == "day" else "week"

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of the months chosen."""
        return _start(self.first), (_after(self.last) - timedelta(days=1)) if self.last else None

    @property
    def other_months(self) -> tuple[str, str] | None:
        """First and last of as many other months, to compare with; None without a first and last month."""
        if not self.first or not self.last or self.last < self.first:
            return None
        first, last = _number(self.first), _number(self.last)
        count = last - first + 1
        start = _number(self.against) if self.against not in ("", self.first) else first - count
        return _named(start), _named(start + count - 1)


def _month(written: str) -> str:
    return written if re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", written) else ""


def _name(written: str) -> str:
    return written if re.fullmatch(r"[a-z][a-z-]{0,40}", written) else ""


def _number(month: str) -> int:
    """Months since the year 0, so that they can be counted."""
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def _named(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _start(month: str) -> date | None:
    return date.fromisoformat(f"{month}-01") if month else None


def _after(month: str) -> date:
    """The first day of the month after."""
    year, number = (int(part) for part in month.split("-"))
    return date(year + number // 12, number % 12 + 1, 1)
