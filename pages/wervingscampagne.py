"""Recruitment campaign: what was done, through which kind of channel and when; the figures around it."""

from lkdash import charts, measures, stories
from lkdash.formats import months
from lkdash.texts import text
from lkdash.ui import calm, figures_beside, lead, opening, tell, warehouse

COLUMNS = {"text": "action", "when": "when", "kind_name": "kind", "channel": "channel", "place": "place"}

choice = opening("recruitment.title")
lang = choice.lang
data = warehouse()

with calm():
    (campaign,) = measures.moments(data, lang, "campaign").to_dict("records")
    actions = measures.actions(data, lang)
    lead(stories.recruitment(campaign, actions, measures.counted(data, lang), lang), choice)
    period = (campaign["starts"], campaign["ends"])
    chart = charts.timeline(
        actions,
        period,
        ticks=months(*period, lang=lang),
        title=text("recruitment.period", lang, when=campaign["when"]),
        dated=text("recruitment.dated", lang),
        undated=text("recruitment.undated", lang),
        earlier=text("recruitment.earlier", lang),
    )
    notes = [text("recruitment.kinds_note", lang), text("recruitment.partner_note", lang)]
    summary = text("recruitment.summary", lang, when=campaign["when"])
    table = measures.action_table(data, actions, lang)
    tell(text("recruitment.actions", lang), summary, actions, COLUMNS, choice, chart, notes, table)

with calm():
    table = measures.reference_table(data, "campaign_figures", lang, *measures.GROUPS["launch"])
    summary = stories.at_launch(table, lang)
    figures_beside(text("recruitment.figures", lang), summary, table, choice)
