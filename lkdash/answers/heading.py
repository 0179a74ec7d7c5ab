"""The subject that a pasted question gives itself: a line above question 1, apart from the rest."""

import re
from itertools import pairwise

_LONGEST = 120
_NAMED = re.compile(
    r"\s*(?:(?:schriftelijke )?vra(?:ag|gen)\b.*\b)?"
    r"(?:betreft|betreft de|betreffende|inzake|onderwerp|subject)\s*:\s*(?P<subject>\S.*)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\s*(?:schriftelijke )?vra(?:ag|gen)\b[^.?!:]*?\b(?:over|betreffende|inzake|met betrekking tot)\s+"
    r"(?P<subject>\S[^?!:]*[^.?!:;,\s])\s*",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"(?:inleiding|toelichting|situering|context|vraagstelling|deelvragen)\s*$"
    r"|(?:schriftelijke vraag|vraag|vragen|nr|datum|van|aan|beste|geachte|mevrouw|mijnheer|dag)\b"
    r"|(?:tel|e-?mail|p\.)\b"
    r"|.*\b(?:viceminister|minister|ministers|volksvertegenwoordiger|parlement|kabinet)\b"
    r"|.*\d{1,2}[\s/.-](?:\d{1,2}|[a-z]+)[\s/.-](?:19|20)\d\d|.*\b(?:straat|laan|plein)\b.*\d|.*@|.*\w(?:straat|laan|plein)\s+\d",
    re.IGNORECASE,
)
_OUR_SUBJECTS = re.compile(r"kaart|campagne| [-–] ", re.IGNORECASE)  # no name has these
_JOINS = {"van", "de", "den", "der", "te", "ter", "ten", "en"}


def subject_in(before: list[str]) -> str:
    """The subject among the lines above question 1, the nearest where several are; '' where none is."""
    named = [found["subject"] for line in before if (found := _NAMED.fullmatch(line))]
    alone = [line for line, after in pairwise([*before, ""]) if not after.strip() and len(line) <= _LONGEST]
    asked = [found["subject"] for line in alone if (found := _ASKED.fullmatch(line))]
    headings = [line for line in reversed(alone) if _is_heading(" ".join(line.split()))]
    return next((" ".join(line.split()) for line in [*named, *asked, *headings]), "")


def _is_heading(line: str) -> bool:
    """No sentence, address, date or name, and not in capitals alone."""
    words = re.findall(r"[^\W\d_]+", line)
    if not words or len(line) > _LONGEST or line.endswith(tuple(".?!:;,")) or "? " in line or ". " in line:
        return False
    if line.isupper() or _ABOUT_ITSELF.match(line):
        return False
    a_name = len(words) > 1 and all(word[0].isupper() or word in _JOINS for word in words)
    return not a_name or _OUR_SUBJECTS.search(line) is not None
