"""The value behind a printed cell of a Belgian table: '204.530', '67,50%', '81.803*', '/'."""

from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

MISSING = "/"
MARKS = "*"


def value_of(printed: str) -> tuple[float | None, int]:
    """The value (a percentage as 0-1; None for '/') and the decimals printed; ValueError otherwise."""
    if printed.strip() == MISSING:
        return None, 0
    digits = printed.strip().rstrip(MARKS).strip()
    percentage = digits.endswith("%")
    number = _number(digits.removesuffix("%").strip(), printed)
    decimals = max(0, -int(number.as_tuple().exponent))
    return float(number / 100 if percentage else number), decimals


def _number(digits: str, printed: str) -> Decimal:
    try:
        return Decimal(str(parse_decimal(digits, locale="nl_BE", strict=True)))
    except NumberFormatError as error:
        raise ValueError(printed) from error
