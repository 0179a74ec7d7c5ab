"""Intake: teacher training, the entrance test and job seekers in training; each count for itself."""

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import bullets, calm, intake, lead, opening, show, warehouse

# One count a series: enrolments, students, study starters and job seekers are never joined.
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
    for table in measures.imported_counts(data, lang):
        title = text("intake.imported", lang, label=table.rows["label"].iloc[0])
        show(title, stories.by_period(table, "imported", lang), table, choice, charts.bars(table.rows))
