"""Answer: from a written question to a draft whose every number has its source; answers kept before."""

from lkdash.texts import text
from lkdash.ui import answering, calm, kept_answers, lead, opening, parts

choice = opening("answer.title")
lang = choice.lang
lead(text("answer.lead", lang))
draft, kept = parts("answer", text("answer.tab_draft", lang), text("answer.tab_kept", lang))
if draft.open:
    with draft, calm():
        answering()
if kept.open:
    with kept, calm():
        kept_answers(lang)
