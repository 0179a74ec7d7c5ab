"""A made-up survey of stakeholders, as LimeSurvey exports it."""

import csv
import io
from datetime import timedelta
from random import Random

from lkdash.demo.made_up import LAST, WORD

GROUPS = ("lerarenopleiding", "vakbond", "onderwijskoepel", "stad of gemeente", "jongerenorganisatie")
ANSWERS = ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden")
QUESTIONS = (
    f"{WORD} Hoe tevreden bent u over de campagne?",
    f"{WORD} Hoe tevreden bent u over de toolbox?",
    f"{WORD} Hoe tevreden bent u over de website?",
)


def survey(chance: Random) -> str:
    """Answers on three scales by stakeholder group; one group stays too small to show."""
    head = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "startdate",
        "datestamp",
        "groep",
        *QUESTIONS,
    ]
    rows = []
    for at in range(180):
        day = LAST + timedelta(days=10 + at % 30)
        group = chance.choices(GROUPS, weights=(60, 40, 30, 20, 3))[0]
        lean = (4, 3, 3.4, 3.2, 3)[GROUPS.index(group)]
        answers = [ANSWERS[min(4, max(0, round(chance.gauss(lean, 1)) - 1))] for _ in QUESTIONS]
        stamp = f"{day} 10:00:00"
        rows.append([str(at + 1), stamp if at % 15 else "", "3", "nl", "1", stamp, stamp, group, *answers])
    quoted = io.StringIO()
    csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator="\r\n", delimiter=";").writerows([head, *rows])
    return quoted.getvalue() + "\r\n"
