"""What pages are made of: the reader's choice, figures with their papers, calm errors."""

from lkdash.ui.blocks import bullets, heading, key_figures, lead, opening, show
from lkdash.ui.choice import chosen, current_choice, pick_edition
from lkdash.ui.data import warehouse
from lkdash.ui.errors import calm
from lkdash.ui.references import figures_beside, intake, references, series_sources
from lkdash.ui.told import source_line, tell

__all__ = [
    "bullets",
    "calm",
    "chosen",
    "current_choice",
    "figures_beside",
    "heading",
    "intake",
    "key_figures",
    "lead",
    "opening",
    "pick_edition",
    "references",
    "series_sources",
    "show",
    "source_line",
    "tell",
    "warehouse",
]
