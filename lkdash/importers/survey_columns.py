"""Which columns of a survey are kept: questions on a scale, and the stakeholder group. Free text never is."""

import re
from collections import Counter

from lkdash.contracts import Finding, refuse
from lkdash.importers.layout import plain
from lkdash.importers.survey_head import NAMES, SurveyHead, personal_columns, question_columns
from lkdash.importers.survey_words import words

MOST_GROUPS = 12
LONGEST_GROUP = 60
LEAST_WRITTEN = 4  # labels; of fewer it cannot be told that people wrote them themselves
Seen = dict[int, Counter[str]]  # column → how often each of its first answers was given


def closed_questions(seen: Seen) -> dict[int, dict[str, int]]:
    """Columns whose answers, but for those without a judgement, all lie on one scale.

    Bare 1 to 3 may be a choice, and are no scale.
    """
    scales = words()["scales"]
    fitting = {}
    for at, values in seen.items():
        judged = values.keys() - set(words()["no_judgement"])
        found = next((name for name, scale in scales.items() if judged and judged <= scale.keys()), None)
        if found and (found != "numbers" or judged & {"4", "5"}):
            fitting[at] = scales[found]
    return fitting


def coded_columns(seen: Seen) -> list[int]:
    """Columns that hold codes of answers: neither what they mean nor which is the best of them is known."""
    code = re.compile(words()["codes"])
    return [at for at, values in seen.items() if values and all(code.fullmatch(value) for value in values)]


def refuse_only_codes(head: SurveyHead, seen: Seen, group: int | None) -> None:
    """Refusal for a survey of which every question that was answered holds codes."""
    coded = set(coded_columns(seen))
    if coded and coded >= {at for at, values in seen.items() if values and at != group}:
        raise refuse("only_codes", title=NAMES[head.layout])


def group_column(head: SurveyHead, seen: Seen) -> int | None:
    """The column of the stakeholder group: named so, and with few short answers, as free text is not kept."""
    known = set(words()["audience"])
    coded = coded_columns(seen)
    for names in (head.header, head.questions):
        for at, name in enumerate(names):
            if plain(name) in known and at not in coded and _few_and_short(seen.get(at, Counter())):
                return at
    return None


def _few_and_short(answers: Counter[str]) -> bool:
    """Labels of groups, not what people wrote: of that most is written once."""
    alone = sum(count == 1 for count in answers.values())
    written = len(answers) >= LEAST_WRITTEN and 2 * alone > len(answers)
    few = len(answers) <= MOST_GROUPS and not written
    return few and all(len(word) <= LONGEST_GROUP and not re.search(r"\d{4}", word) for word in answers)


def survey_notes(
    head: SurveyHead,
    seen: Seen,
    closed: dict[int, dict[str, int]],
    group: int | None,
    dated: bool,
) -> list[Finding]:
    """What the reader should know: what was dropped, how numbers were read, what is missing."""
    numbers = words()["scales"]["numbers"]
    coded = coded_columns(seen)
    told = {*closed, *coded, group}
    columns = {
        "personal_dropped": personal_columns(head),
        "codes_dropped": coded,
        "open_dropped": [at for at in question_columns(head) if at not in told],
        "no_judgement": [at for at in closed if seen[at].keys() & set(words()["no_judgement"])],
        "numeric_scale": [at for at, scale in closed.items() if scale == numbers],
    }
    named = {
        key: ", ".join(f"'{head.header[at].strip()}'" for at in found)
        for key, found in columns.items()
        if found
    }
    notes = [Finding(f"import_note.{key}", {"columns": names}) for key, names in named.items()]
    notes += [] if dated else [Finding("import_note.no_period")]
    return notes if group is not None else [*notes, Finding("import_note.no_group")]
