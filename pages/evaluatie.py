"""Evaluation: what the campaign was expected to bring, how it was to be judged, and which figures exist."""

from lkdash import measures, stories
from lkdash.texts import text
from lkdash.ui import (
    bullets,
    calm,
    download,
    evidence_by_channel,
    heading,
    lead,
    opening,
    series_sources,
    source_line,
    tell,
    warehouse,
)

BOARD = {"expectation": "expectation", "criterion": "criterion", "state": "state", "holder": "holder"}
FIGURES = {"text": "criterion", "figure": "figures", "holder": "holder", "place": "place"}

choice = opening("evaluation.title")
lang = choice.lang
data = warehouse()

with calm():
    expectations = measures.expectations(data, lang)
    asked = measures.survey_shares(data, choice).records
    criteria = measures.criteria(data, lang, measures.imported_totals(data, lang), asked)
    found = measures.evidence(data, lang)
    (campaign,) = measures.moments(data, lang, "campaign")["when"]
    lead(stories.evidence(measures.counted(data, lang), lang), choice)

    board = stories.board(expectations, criteria, lang)
    notes = [text("evaluation.caution", lang), text("evaluation.linked", lang)]
    title, sentence = text("evaluation.board", lang), text("evaluation.board_text", lang)
    table = measures.board_table(data, board, campaign, lang)
    tell(title, sentence, board, BOARD, choice, notes=notes, table=table)

    notes = [text("evaluation.no_effect", lang), text("evaluation.import", lang)]
    title, sentence = text("evaluation.criteria", lang), text("evaluation.criteria_text", lang)
    table = measures.criteria_table(data, criteria, found, campaign, lang)
    tell(title, sentence, criteria, FIGURES, choice, notes=notes)
    series_sources(choice, *" ".join(criteria["series"].dropna()).split())
    download(title, table, choice)
    evidence_by_channel(found, choice)

with calm():
    heading(text("evaluation.when", lang))
    moments = measures.moments(data, lang, "evaluation")
    bullets([*stories.dated(moments), text("evaluation.nothing_found", lang)])
    source_line(moments, lang)
