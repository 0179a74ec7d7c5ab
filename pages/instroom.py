"""Intake: teacher training, the entrance test and job seekers in training; each count for itself."""

from lkdash import measures
from lkdash.texts import text
from lkdash.ui import bullets, calm, intake, intake_alone, lead, opening, warehouse

# One count a series: enrolments, students, those who start and job seekers are never joined.
GROUPS = ("counts", "jobseekers", "entrance", "changes")

choice = opening("intake.title")
lang = choice.lang
data = warehouse()

with calm():
    moments = measures.moments(data, lang, "campaign", "break").to_dict("records")
    lead(text("intake.lead", lang))
    named = [
        (text(f"moment.{moment['kind']}", lang, text=moment["text"]), moment["when"]) for moment in moments
    ]
    bullets([f"{words} ({when})" for words, when in named])
    for group in GROUPS:
        title, sentence = text(f"intake_group.{group}", lang), text(f"intake_words.{group}", lang)
        intake(title, sentence, f"intake_{group}", choice, *measures.GROUPS[group])

with calm():
    intake_alone(choice, *(name for group in GROUPS for name in measures.GROUPS[group]))
