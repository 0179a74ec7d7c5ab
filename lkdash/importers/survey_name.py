"""What a survey is called in every export of it: its file's name without what browsers and platforms add."""

import re

_ADDED = re.compile(
    r"\s*\(\d+\)$"  # res (1)
    r"|\s*-\s*(kopie|copy)$"
    r"|[\s_+-]+(19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d([\sT_+-]+\d{1,2}[.:h_-]?\d\d([.:_-]?\d\d)?)?$"
    r"|[\s_+-]+\d{1,2}[-_.]\d{1,2}[-_.](19|20)\d\d$"  # 10-11-2019
    r"|[\s_+-]+[^\W\d_]+[\s+]\d{1,2},[\s+](19|20)\d\d([\s_+]+\d{1,2}[.:]\d\d)?$",  # _November+10,+2019_01.59
    re.IGNORECASE,
)


def survey_name(stem: str) -> str:
    """The name of a survey in the name of its file; the whole where nothing would be left."""
    left = _ADDED.sub("", stem.strip())
    if not left:
        return stem
    return left if left == stem else survey_name(left)
