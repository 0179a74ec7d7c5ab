"""Import: drop exports, see what was recognised, confirm; take an import back; get the template."""

from lkdash.texts import text
from lkdash.ui import calm, heading, importing, lead, opening, receiving

choice = opening("importing.title")
lang = choice.lang
lead(text("importing.lead", lang))
with calm():
    receiving.received(lang)
heading(text("importing.history", lang))
with calm():
    importing.history(lang)
heading(text("importing.templates", lang))
importing.templates(lang)
