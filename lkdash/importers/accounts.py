"""The account that a preamble names, in the words of Google Analytics."""

import re

# A property is one website; an account may hold several, which must not stand for one another.
_NAMED = [re.compile(rf"#\s*{kind}\s*:\s*(.+?)\s*$") for kind in ("Property", "Account")]


def preamble_account(lines: list[str]) -> str:
    """The property, wherever it is named; the account where there is none, and empty without either."""
    named = (match for kind in _NAMED for line in lines if (match := kind.match(line)))
    return next((match.group(1) for match in named), "")
