"""Intake: teacher training, the entrance test and job seekers in training; each count for itself."""

from lkdash import charts, measures, stories
from lkdash.texts import text
from lkdash.ui import bullets, calm, intake, lead, opening, show, warehouse

# One count a series: enrolments, students, study starters and job seekers are never joined.
GROUPS = {
    "counts": ("started", "enrolments_six_routes", "students", "study_starters"),
    "jobseekers": ("jobseekers",),
    "entrance": ("entrance_registered", "entrance_completed", "entrance_passed_started", "entrance_maths"),
    "changes": (
        "started_change_preprimary",
        "started_change_primary",
        "started_change_secondary",
        "education_courses_change",
        "training_change",
        "students_change",
    ),
}

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
    for group, series in GROUPS.items():
        title, sentence = text(f"intake_group.{group}", lang), text(f"intake_words.{group}", lang)
        intake(title, sentence, f"intake_{group}", choice, *series)

with calm():
    for table in measures.imported_counts(data, lang):
        title = text("intake.imported", lang, label=table.rows["label"].iloc[0])
        show(title, stories.by_period(table, "imported", lang), table, choice, charts.bars(table.rows))
