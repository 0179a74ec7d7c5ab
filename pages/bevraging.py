"""Survey: what stakeholders answered, by group with its base; no group under five."""

from lkdash.texts import text
from lkdash.ui import calm, examples_banner, lead, opening, survey_questions

choice = opening("survey.title", "examples")
examples_banner(choice)
lead(text("survey.lead", choice.lang))
with calm():
    survey_questions(choice)
