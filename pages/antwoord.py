"""Answer: from a written question to a draft whose every number has its source; a sentence checked."""

from lkdash.texts import text
from lkdash.ui import answering, calm, claim, kept_answers, lead, opening, parts

choice = opening("answer.title")
lang = choice.lang
lead(text("answer.lead", lang))
tabs = [text(f"answer_tab.{name}", lang) for name in ("draft", "kept", "claim")]
draft, kept, sentence = parts("answer", *tabs)
if draft.open:
    with draft, calm():
        answering()
if kept.open:
    with kept, calm():
        kept_answers(lang)
if sentence.open:
    with sentence, calm():
        claim(lang)
