"""The checks: silent on the bundled data, and loud on each kind of error."""

import pytest

from lkdash.build import build
from lkdash.checks import run_checks
from lkdash.db import Warehouse, open_warehouse
from lkdash.texts import sentence


def sentences(folder) -> list[str]:
    outcomes = run_checks(open_warehouse(folder))
    return [sentence(finding, "nl") for outcome in outcomes for finding in outcome.findings]


def test_the_bundled_data_has_only_its_known_error(warehouse: Warehouse):
    outcomes = run_checks(warehouse)
    assert not [finding for outcome in outcomes for finding in outcome.findings]
    assert [outcome.known for outcome in outcomes if outcome.known] == [("LK-2017-AAN",)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "2019,share_with_card,65%",
            "2019,share_with_card,66%",
            "LK-2019-AAN: het gepubliceerde aandeel wijkt 1.01",
        ),
        (
            '2017,share_with_card,"67,50%"',
            '2017,share_with_card,"67,65%"',
            "LK-2017-AAN: de bekende fout in controle shares_agree is weg",
        ),
        (
            '2017,share_with_card,"67,50%"',
            '2017,share_with_card,"67,40%"',
            "LK-2017-AAN: de bekende fout in controle shares_agree is nu -0.25",
        ),
        (
            "2018,cards_library,103.966",
            "2018,cards_library,113.966",
            "LK-2018-RST: de kanalen tellen 9064 kaarten meer",
        ),
        ("2018,staff_with_card,139.705", "2018,staff_with_card,239.705", "LK-2018-NIB"),
        ("answer-lerarenkaart,2018,cards_starters,16.527,final,\n", "", "LK-2018-STA: deze cel ontbreekt"),
        ("81.803*,estimate", "81.803,estimate", "LK-2020-BIB: het gedrukte teken"),
        ("2021,cards_library,/,pending", "2021,cards_library,/,final", "LK-2021-BIB: status en waarde"),
    ],
)
def test_an_error_is_one_sentence_that_names_the_figure(rebuilt, old: str, new: str, said: str):
    def change(cards: str) -> str:
        assert old in cards
        return cards.replace(old, new)

    assert any(line.startswith(said) for line in sentences(rebuilt(change)))


@pytest.mark.parametrize("left", ["down,,slight", ",2019,", ",,slight", "down,2020,slight"])
def test_a_direction_without_its_year_and_the_other_way_round_is_found(rebuilt, left: str):
    folder = rebuilt()
    file = folder / "source" / "website_visits.csv"
    whole = file.read_text(encoding="utf-8")
    assert whole.count("down,2019,slight") == 1
    file.write_text(whole.replace("down,2019,slight", left), encoding="utf-8")
    build(folder)
    said = "LK-2020-WEB: de richting, het jaar waarvan ze geldt en de grootte passen niet bij elkaar."
    assert said in sentences(folder)


def test_a_skipped_edition_is_found(rebuilt):
    kept = sentences(
        rebuilt(lambda cards: "".join(line for line in cards.splitlines(True) if ",2018," not in line))
    )
    assert "LK-2018: deze editie ontbreekt tussen de eerste en de laatste." in kept


@pytest.mark.parametrize("left", ["", 'keywords = ["abonn*?"]'])
def test_a_rule_that_stands_on_keywords_which_are_not_there_is_found(rebuilt, left: str):
    folder = rebuilt()
    file = folder / "source" / "measures.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [left if '"abonn* post"' in line else line for line in lines]
    file.write_text("\n".join(kept), encoding="utf-8")
    build(folder)
    assert any(line.startswith("subscription: deze regel noemt 1 maat") for line in sentences(folder))


def test_a_missing_dataset_stops_its_checks_with_a_sentence(rebuilt):
    folder = rebuilt()
    (folder / "cards.parquet").unlink()
    lines = sentences(folder)
    assert any("cards.parquet ontbreekt" in line for line in lines)
    assert any("kon niet lopen" in line for line in lines)
