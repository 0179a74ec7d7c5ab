"""Files dropped on a page: on disk from their first byte on, known to the page by a ticket.

A ticket is made at random and known to this process alone: no content that somebody sends is one.
"""

import secrets
from pathlib import Path
from weakref import finalize

LENGTH = 32  # bytes of a ticket
_places: dict[bytes, Path] = {}


def ticket(place: Path) -> bytes:
    """What stands for the file at this place, until it is let go."""
    made = secrets.token_bytes(LENGTH)
    _places[made] = place
    return made


def place_of(content: bytes) -> Path | None:
    """Where the file of a ticket lies, or lay until it was let go; None for what is no ticket."""
    return _places.get(content) if len(content) == LENGTH else None


def let_go(content: bytes) -> None:
    """Remove the file of a ticket; nothing happens to what is no ticket."""
    place = place_of(content)
    if place:
        place.unlink(missing_ok=True)


def let_all_go() -> None:
    """Remove the file of every ticket, as the server stops."""
    for made in list(_places):
        let_go(made)


class Held:
    """Holds on to the file of a ticket, until it is let go or nobody has this any more."""

    def __init__(self, content: bytes) -> None:
        self.let_go = finalize(self, let_go, content if place_of(content) else b"")
