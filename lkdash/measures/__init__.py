"""The measures: each asks one SQL file and hands back a Table with its papers."""

from lkdash.measures.aside import left_out, left_out_of_campaign, pairs
from lkdash.measures.campaign import actions, criteria, expectations, moments
from lkdash.measures.cards import (
    change_on_year,
    channel_parts,
    channels,
    coverage,
    disruption,
    growth_on_year,
    home_delivery,
    library_pickup,
    made_and_staff,
    posted,
    shares_compared,
    tables_with,
    totals,
)
from lkdash.measures.compared import PAIR, compared
from lkdash.measures.context import (
    campaign_channels,
    changes,
    dated_events,
    deviations,
    every_figure,
    glossary,
    not_known,
    remarks,
    series,
    share_verdicts,
    sources,
    sources_of,
    website_visits,
)
from lkdash.measures.counted import counted
from lkdash.measures.editions import Editions, editions
from lkdash.measures.evidence import evidence
from lkdash.measures.grouped import TOGETHER, channel_words
from lkdash.measures.imported import imported_series, imported_totals, real_counts, sum_id, with_imported
from lkdash.measures.imported_files import files_of, imports_replaced, of_campaign
from lkdash.measures.in_time import over_time
from lkdash.measures.opened import inputs_of, one_figure, users_of
from lkdash.measures.opened_imports import days_of, shown_by
from lkdash.measures.outcomes import funnel, gains, reach, videos
from lkdash.measures.periods import days_gone, months, pacing, periods_compared
from lkdash.measures.received import amount_words, between_words, file_totals, number_words
from lkdash.measures.references import GROUPS, period_words, reference_table, references, references_in_time
from lkdash.measures.surveys import audience_words, survey_shares, survey_tables
from lkdash.measures.worded import action_table, board_table, criteria_table

__all__ = [
    "GROUPS",
    "PAIR",
    "TOGETHER",
    "Editions",
    "action_table",
    "actions",
    "amount_words",
    "audience_words",
    "between_words",
    "board_table",
    "campaign_channels",
    "change_on_year",
    "changes",
    "channel_parts",
    "channel_words",
    "channels",
    "compared",
    "counted",
    "coverage",
    "criteria",
    "criteria_table",
    "dated_events",
    "days_gone",
    "days_of",
    "deviations",
    "disruption",
    "editions",
    "every_figure",
    "evidence",
    "expectations",
    "file_totals",
    "files_of",
    "funnel",
    "gains",
    "glossary",
    "growth_on_year",
    "home_delivery",
    "imported_series",
    "imported_totals",
    "imports_replaced",
    "inputs_of",
    "left_out",
    "left_out_of_campaign",
    "library_pickup",
    "made_and_staff",
    "moments",
    "months",
    "not_known",
    "number_words",
    "of_campaign",
    "one_figure",
    "over_time",
    "pacing",
    "pairs",
    "period_words",
    "periods_compared",
    "posted",
    "reach",
    "real_counts",
    "reference_table",
    "references",
    "references_in_time",
    "remarks",
    "series",
    "share_verdicts",
    "shares_compared",
    "shown_by",
    "sources",
    "sources_of",
    "sum_id",
    "survey_shares",
    "survey_tables",
    "tables_with",
    "totals",
    "users_of",
    "videos",
    "website_visits",
    "with_imported",
]
