"""What a reader chose, as one frozen value that can be written to the address bar and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self, get_args

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True)
class Choice:
    """All filters at once. `editions`: those shown, in order. `edition`: the one looked at closely.

    grain: `day` or `week`. examples: with example figures, as long as there are no real ones.
    """

    editions: tuple[str, ...]
    lang: Lang = "nl"
    relative: bool = False
    estimates: bool = True
    edition: str = ""
    grain: str = "week"
    examples: bool = True

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
            grain="day" if params.get("per") == "dag" else "week",
            examples=params.get("voorbeeld") != "nee",
        )

    def params(self) -> dict[str, str]:
        """The full state as a query string's parts, defaults included, so that a link keeps its meaning."""
        return {
            "lang": self.lang,
            "edities": ",".join(self.editions),
            "weergave": "aandeel" if self.relative else "aantal",
            "schattingen": "ja" if self.estimates else "nee",
            "editie": self.edition,
            "per": "dag" if self.grain == "day" else "week",
            "voorbeeld": "ja" if self.examples else "nee",
        }
