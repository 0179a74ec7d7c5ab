"""Measures on the card itself. Shares are 0 to 1, differences of shares are percentage points."""

from lkdash.contracts import Asked, Choice, Lang, Table
from lkdash.db import Warehouse
from lkdash.measures.papers import asked_for, with_papers

COUNTS = (
    "cards_made",
    "cards_subscription",
    "cards_starters",
    "cards_library",
    "staff_with_card",
)
CHANNELS = ("cards_library", "cards_subscription", "cards_starters")
REST = ("cards_unattributed", "cards_not_in_possession")


def _asked(warehouse: Warehouse, name: str, choice: Choice, *measures: str) -> Table:
    periods = list(choice.editions)
    asked = Asked("figures", {"measures": list(measures), "periods": periods, "estimates": choice.estimates})
    return asked_for(warehouse, name, asked, choice.lang)


def coverage(warehouse: Warehouse, choice: Choice) -> Table:
    """Published share of staff with a card, a row an edition."""
    return _asked(warehouse, "coverage", choice, "share_with_card")


def made_and_staff(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards made and staff with a card, two rows an edition."""
    return _asked(warehouse, "made_and_staff", choice, "cards_made", "staff_with_card")


def shares_compared(warehouse: Warehouse, choice: Choice) -> Table:
    """Published share, recomputed share and their difference in points, three rows an edition."""
    measures = ("share_with_card", "share_recomputed", "share_difference")
    return _asked(warehouse, "shares_compared", choice, *measures)


def channels(warehouse: Warehouse, choice: Choice) -> Table:
    """Every card made: the three channels, the unexplained rest and what nobody holds (or shares)."""
    measures: tuple[str, ...] = (*CHANNELS, *REST)
    if choice.relative:
        measures = tuple(f"part_{name}" for name in measures)
    return _asked(warehouse, "channels", choice, *measures)


def channel_parts(warehouse: Warehouse, choice: Choice) -> Table:
    """What the flow of one edition is drawn from: made, sent to libraries, channels and rests."""
    measures = ("cards_made", "cards_sent_to_library", "staff_with_card", *CHANNELS, *REST)
    return _asked(warehouse, "channel_parts", choice, *measures)


def library_pickup(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards sent to libraries, picked up there, and the share of those picked up."""
    measures = ("library_pickup_share", "cards_sent_to_library", "cards_library")
    return _asked(warehouse, "library_pickup", choice, *measures)


def home_delivery(warehouse: Warehouse, choice: Choice) -> Table:
    """Cards delivered at home, to subscribers and (re)starters, and their share of all made."""
    measures = ("cards_subscription", "cards_starters", "cards_home", "home_share")
    return _asked(warehouse, "home_delivery", choice, *measures)


def posted(warehouse: Warehouse, choice: Choice) -> Table:
    """The published counts and the share of the chosen editions."""
    return _asked(warehouse, "posted", choice, *COUNTS, "share_with_card")


def change_on_year(warehouse: Warehouse, choice: Choice) -> Table:
    """Change against the edition before: cards, persons, and points for the share."""
    measures = [f"change_{name}" for name in (*COUNTS, "share_with_card")]
    return _asked(warehouse, "change_on_year", choice, *measures)


def growth_on_year(warehouse: Warehouse, choice: Choice) -> Table:
    """Change against the edition before as a share of it."""
    return _asked(warehouse, "growth_on_year", choice, *[f"growth_{name}" for name in COUNTS])


def disruption(warehouse: Warehouse, choice: Choice) -> Table:
    """Share of each disrupted edition against the editions before it, in points."""
    return _asked(warehouse, "disruption", choice, "disruption_effect")


def totals(warehouse: Warehouse, choice: Choice) -> Table:
    """Sums over the counted editions: the final ones, and with the estimated ones if chosen."""
    measures = [*COUNTS, "share_total"]
    asked = Asked("totals", {"measures": measures, "estimates": choice.estimates})
    return asked_for(warehouse, "totals", asked, choice.lang)


def one_figure(warehouse: Warehouse, figure_id: str, lang: Lang) -> Table:
    """The figure of this id on the card, published or computed; no row for an unknown id."""
    rows = warehouse.query("all_figures")
    return with_papers(warehouse, "one_figure", rows[rows["figure_id"] == figure_id], lang)
