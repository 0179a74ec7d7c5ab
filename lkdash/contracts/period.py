"""What days a period covers, whatever its kind: '2017', '2017-2018', '2019-04', '2019-04-23', 'start/end'."""

from datetime import date, timedelta

OPEN = ".."


def span(period: str) -> tuple[date, date] | None:
    """First and last day; None where one end is open. A school year runs from 1 September to 31 August."""
    start, _, end = period.partition("/")
    if OPEN in (start, end):
        return None
    first, last = _days(start), _days(end or start)
    return first[0], last[1]


def _days(part: str) -> tuple[date, date]:
    numbers = [int(number) for number in part.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 3:
        return date(*numbers), date(*numbers)
    if numbers[1] > 12:
        return date(numbers[0], 9, 1), date(numbers[1], 8, 31)
    year, month = numbers
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
