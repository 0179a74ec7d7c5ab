"""What pages are made of: the reader's choice, figures with their papers, calm errors."""

from lkdash.ui.answering import answering
from lkdash.ui.blocks import bullets, heading, key_figures, lead, opening, parts, show
from lkdash.ui.choice import current_choice
from lkdash.ui.choosing import chosen, pick_edition
from lkdash.ui.claiming import claim
from lkdash.ui.data import warehouse
from lkdash.ui.downloads import download
from lkdash.ui.errors import calm
from lkdash.ui.evidence import evidence_by_channel
from lkdash.ui.intake import intake, intake_alone
from lkdash.ui.kept import kept_answers
from lkdash.ui.outcomes import (
    channels_compared,
    examples_banner,
    left_out,
    left_out_of_periods,
    reach_over_time,
    survey_questions,
)
from lkdash.ui.references import figures_beside, references, series_sources
from lkdash.ui.targets import targets
from lkdash.ui.told import source_line, tell

__all__ = [
    "answering",
    "bullets",
    "calm",
    "channels_compared",
    "chosen",
    "claim",
    "current_choice",
    "download",
    "evidence_by_channel",
    "examples_banner",
    "figures_beside",
    "heading",
    "intake",
    "intake_alone",
    "kept_answers",
    "key_figures",
    "lead",
    "left_out",
    "left_out_of_periods",
    "opening",
    "parts",
    "pick_edition",
    "reach_over_time",
    "references",
    "series_sources",
    "show",
    "source_line",
    "survey_questions",
    "targets",
    "tell",
    "warehouse",
]
