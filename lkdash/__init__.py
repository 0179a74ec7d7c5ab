"""lkdash: published figures on the Flemish teacher card, with their papers."""

__version__ = "0.1.0"
