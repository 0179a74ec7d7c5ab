"""Words and numbers: the same keys in both languages, Belgian separators, nothing unused."""

import re
from datetime import date, timedelta
from itertools import pairwise
from string import Formatter

import pytest

from lkdash.contracts import Bias, Confidence, Status, Unit
from lkdash.formats import date_marks, day, is_whole, marked, month_marks, number, unbroken
from lkdash.texts import listed, text, words
from tests.conftest import ROOT


def placeholders(words_: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words_) if name}


def test_both_languages_have_the_same_keys_and_placeholders():
    nl, en = words("nl"), words("en")
    assert nl.keys() == en.keys()
    for key in nl:
        assert placeholders(nl[key]) == placeholders(en[key]), key


def test_an_unknown_key_and_a_missing_value_raise():
    with pytest.raises(KeyError):
        text("no.such.key", "nl")
    with pytest.raises(KeyError):
        text("status.about", "nl")


def test_every_key_is_used():
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("lkdash", "pages")
        for file in (ROOT / folder).rglob("*.py")
    )
    families = set(re.findall(r"f\"([a-z_]+)\.\{", code)) | {"check", "promise", "source"}
    families |= set(re.findall(r"f'([a-z_]+)\.\{", code))
    literal = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)+)[\"']", code))
    pages = {key for key in words("nl") if key.endswith(".nav")}
    unused = [key for key in words("nl").keys() - literal - pages if key.split(".")[0] not in families]
    assert not unused


def test_every_word_of_a_contract_has_a_text():
    for family, kind in {"status": Status, "bias": Bias, "unit_name": Unit, "confidence": Confidence}.items():
        for member in kind:
            assert text(f"{family}.{member}", "nl", value="") is not None


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "shown"),
    [
        (138365, "persons", 0, "138.365"),
        (0.583, "share", 1, "58,3 %"),
        (-0.15, "points", 2, "−0,15"),
        (600000, "visits", 0, "600.000"),
        (10, "euro", 0, "10 EUR"),
        (-0.001, "points", 1, "0,0"),
    ],
)
def test_numbers_are_written_as_in_belgium_in_both_languages(value, unit, decimals, shown):
    for lang in ("nl", "en"):
        assert number(value, unit, lang=lang, decimals=decimals) == shown


@pytest.mark.parametrize(
    ("value", "whole"),
    [(298900.0, True), (298899.9999999998, True), (0.1 + 0.2 + 0.7, True), (2.5, False), (0.01, False)],
)
def test_a_sum_of_parts_that_misses_a_whole_number_by_nothing_is_one(value: float, whole: bool):
    assert is_whole(value) is whole


def test_marks_dates_and_lists():
    assert marked("58,3 %", "estimate") == "58,3 % [e]"
    assert marked("67 %", "final") == "67 %"
    assert day("2020-02-06", lang="nl") == "6 februari 2020"
    assert day("2020-11", lang="en") == "November 2020"
    assert listed(["a", "b", "c"], "nl") == "a, b en c"


def test_months_along_an_axis_have_room_and_their_year_wherever_it_changes():
    campaign = [date(2019, 4, 22) + timedelta(days=7 * week) for week in range(24)]
    named = [name.replace("<br>", " ") for name in month_marks(campaign, lang="nl").values()]
    assert named == ["mei 2019", "jun", "jul", "aug", "sep"]
    far = [*campaign, date(2026, 2, 9), date(2026, 6, 1)]
    told = month_marks(far, lang="en")
    assert told == {date(2019, 5, 1): "May<br>2019", date(2026, 2, 1): "Feb<br>2026"}
    years = [date(2019, 1, 7) + timedelta(days=7 * week) for week in range(150)]
    marks = list(month_marks(years, lang="nl"))
    assert 5 < len(marks) < 10
    assert min(after - before for before, after in pairwise(marks)).days > 100
    assert month_marks([date(2019, 5, 6)], lang="nl") == {date(2019, 5, 6): "mei<br>2019"}


def test_days_mark_an_axis_that_holds_few_months():
    weeks = [date(2019, 4, 29), date(2019, 5, 6), date(2019, 5, 13), date(2019, 5, 6)]
    named = {when.isoformat(): name for when, name in date_marks(weeks, lang="nl").items()}
    assert named == {"2019-04-29": "29 apr<br>2019", "2019-05-06": "6 mei", "2019-05-13": "13 mei"}
    days = [date(2019, 12, 20) + timedelta(days=day) for day in range(30)]
    told = date_marks(days, lang="en")
    assert list(told.values()) == ["20 Dec<br>2019", "26 Dec", "1 Jan<br>2020", "7 Jan", "13 Jan"]
    campaign = [date(2019, 4, 22) + timedelta(days=7 * week) for week in range(24)]
    assert date_marks(campaign, lang="nl") == month_marks(campaign, lang="nl")
    years = [date(2019, 4, 22), date(2026, 6, 1)]
    assert date_marks(years, lang="nl") == month_marks(years, lang="nl")
    assert date_marks([date(2019, 5, 6)], lang="nl") == {date(2019, 5, 6): "6 mei<br>2019"}


def test_no_line_breaks_within_a_base_or_between_the_day_and_month_of_a_date_alone():
    assert unbroken("tevreden (n = 71 [voorbeeld])") == "tevreden (n\u00a0=\u00a071 [voorbeeld])"
    assert unbroken("23 november 2026") == "23\u00a0november 2026"
    assert unbroken("op 23 november 2026") == "op 23 november 2026"
