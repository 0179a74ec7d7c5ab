"""The measures against the arithmetic done by hand on the printed table."""

from dataclasses import replace

import pytest

from lkdash import measures
from lkdash.contracts import Choice, Status, Table
from lkdash.db import Warehouse, open_warehouse
from tests.conftest import one_edition_on


def values(table: Table, measure: str) -> dict[str, float]:
    rows = table.of(measure).rows
    return dict(zip(rows["period"], rows["value"], strict=True))


def cell(table: Table, measure: str, period: str) -> dict[str, object]:
    (row,) = table.of(measure).at(period).rows.to_dict("records")
    return row


def test_what_no_channel_explains(warehouse: Warehouse, choice: Choice):
    rest = values(measures.channels(warehouse, choice), "cards_unattributed")
    assert [rest[edition] for edition in ("2017", "2018", "2019", "2020")] == [5465, 936, 900, 5604]
    row = cell(measures.channels(warehouse, choice), "cards_unattributed", "2021")
    assert row["status"] == Status.PENDING
    assert row["text"] == "nog niet geteld [x]"


def test_cards_sent_to_libraries_and_how_many_were_picked_up(warehouse: Warehouse, choice: Choice):
    table = measures.library_pickup(warehouse, choice)
    assert list(values(table, "cards_sent_to_library").values()) == [
        174108,
        173401,
        175618,
        177107,
        177528,
    ]
    texts = list(table.of("library_pickup_share").rows["text"])
    assert texts == ["58,9 %", "60,0 %", "57,0 %", "46,2 % [e]", "nog niet geteld [x]"]


def test_the_published_share_is_held_against_the_numbers(warehouse: Warehouse, choice: Choice):
    table = measures.shares_compared(warehouse, choice)
    assert cell(table, "share_recomputed", "2017")["text"] == "67,65 %"
    assert cell(table, "share_difference", "2017")["text"] == "−0,15 procentpunt"
    assert measures.share_verdicts(warehouse) == {
        "2017": "differs",
        "2018": "rounding",
        "2019": "rounding",
        "2020": "rounding",
    }


def test_totals_with_and_without_the_estimated_edition(warehouse: Warehouse, choice: Choice):
    staff = values(measures.totals(warehouse, choice), "staff_with_card")
    assert staff == {"2017-2019": 416586, "2017-2020": 542115}
    row = cell(measures.totals(warehouse, choice), "share_total", "2017-2020")
    assert (row["status"], row["bias"]) == ("estimate", "probably_higher")
    alone = measures.totals(warehouse, replace(choice, estimates=False))
    assert values(alone, "staff_with_card") == {"2017-2019": 416586}


def test_home_delivery(warehouse: Warehouse, choice: Choice):
    table = measures.home_delivery(warehouse, choice)
    assert values(table, "cards_home")["2021"] == 44351
    assert cell(table, "home_share", "2021")["text"] == "20,0 %"


def test_change_on_the_year_before(warehouse: Warehouse, choice: Choice):
    table = measures.change_on_year(warehouse, choice)
    assert cell(table, "change_cards_made", "2021")["text"] == "+6.650"
    assert cell(table, "change_share_with_card", "2020")["text"] == "−6,7 procentpunt [e]"
    assert "2017" not in table.periods
    growth = measures.growth_on_year(warehouse, choice)
    assert cell(growth, "growth_cards_library", "2020")["text"] == "−18,3 % [e]"


def test_the_disrupted_edition_rests_on_an_estimate_that_is_too_low(warehouse: Warehouse, choice: Choice):
    row = cell(measures.disruption(warehouse, choice), "disruption_effect", "2020")
    assert row["value"] == pytest.approx(100 * (125529 / 215229 - 416586 / 625866))
    assert row["label"] == "Verschil met de edities ervoor samen"  # pooled: no mean of percentages
    assert (row["text"], row["status"], row["bias"]) == (
        "−8,2 procentpunt [e]",
        "estimate",
        "probably_higher",
    )


def test_without_estimates_the_value_goes_and_the_edition_stays(warehouse: Warehouse, choice: Choice):
    table = measures.coverage(warehouse, replace(choice, estimates=False))
    assert cell(table, "share_with_card", "2020")["text"] == "schatting niet getoond"
    assert table.periods == list(choice.editions)


def test_shares_of_all_cards_add_up_to_the_whole(warehouse: Warehouse, choice: Choice):
    rows = measures.channels(warehouse, replace(choice, relative=True)).rows
    assert rows[rows["period"] == "2019"]["value"].sum() == pytest.approx(1)


def test_notes_and_sources_come_along(warehouse: Warehouse, choice: Choice):
    table = measures.coverage(warehouse, choice)
    assert {"calendar-year", "corona-reasons", "probably-higher", "not-counted"} <= set(
        table.notes["note_id"]
    )
    assert list(table.sources["source_id"]) == ["answer-lerarenkaart"]
    early = measures.coverage(warehouse, replace(choice, editions=("2018",)))
    assert "corona-reasons" not in set(early.notes["note_id"])


def test_a_sum_over_any_editions_says_that_it_counts_people_again(warehouse, choice, rebuilt):
    said = "telt wie elk jaar een kaart heeft elk jaar opnieuw"
    assert any(said in note for note in measures.totals(warehouse, choice).notes["text"])
    (own,) = [n for n in measures.one_figure(warehouse, "LK-2017-2019-PER", "nl").notes["text"] if said in n]
    assert own.endswith("het is geen aantal verschillende mensen.")
    later = open_warehouse(rebuilt(one_edition_on))
    assert "2017+2018+2019+2021" in measures.totals(later, choice).periods
    assert any(said in note for note in measures.totals(later, choice).notes["text"])
    assert not any(said in note for note in measures.made_and_staff(warehouse, choice).notes["text"])


def test_a_known_error_of_the_source_is_a_note_wherever_its_figure_is_shown(warehouse, choice):
    line = "Bekende fout in de bron, Aandeel met kaart, gepubliceerd, 2017: Het gepubliceerde percentage"
    for measure in (measures.coverage, measures.posted, measures.shares_compared):
        (note,) = [n for n in measure(warehouse, choice).notes["text"] if n.startswith(line)]
        assert note.endswith("de bron geeft geen uitleg.")
        later = measure(warehouse, replace(choice, editions=("2018", "2019")))
        assert not any("Bekende fout" in note for note in later.notes["text"])
    assert not any(
        "Bekende fout" in note for note in measures.made_and_staff(warehouse, choice).notes["text"]
    )


def test_a_figure_id_leads_to_its_papers(warehouse: Warehouse):
    (row,) = measures.one_figure(warehouse, "LK-2020-BIB", "nl").rows.to_dict("records")
    assert (row["text"], row["printed"]) == ("81.803 [e]", "81.803*")
    assert "rij 2020, kolom 'Kaarten afgehaald" in row["place"]
    (said,) = measures.one_figure(warehouse, "LK-2020-BIB", "en").rows["place"]
    assert said.startswith("answer to questions 1-5, table, row 2020, column 'Kaarten afgehaald")
    assert measures.one_figure(warehouse, "LK-1999-BIB", "nl").rows.empty


def test_an_event_is_dated_in_the_readers_language(warehouse: Warehouse):
    when = {lang: list(measures.dated_events(warehouse, lang)["when"]) for lang in ("nl", "en")}
    assert when["nl"] == ["2020", "2021", "eind 2021", "december 2021"]
    assert when["en"] == ["2020", "2021", "late 2021", "December 2021"]


def test_visits_are_approximate_and_the_year_without_a_number_has_none(warehouse: Warehouse):
    rows = measures.website_visits(warehouse, "nl").rows
    assert list(rows["text"]) == [
        "ongeveer 600.000",
        "iets minder dan anders, maar de bron geeft geen getal [z]",
        "ongeveer 600.000",
    ]
    assert rows["value"].isna().sum() == 1


def test_every_figure_has_an_id_of_its_own(warehouse: Warehouse):
    ids = [
        *measures.every_figure(warehouse, "nl", origin="published").rows["figure_id"],
        *measures.every_figure(warehouse, "nl", origin="computed").rows["figure_id"],
    ]
    assert len(ids) == len(set(ids))
    computed = measures.every_figure(warehouse, "nl", origin="computed").rows
    assert computed["formula"].notna().sum() == len(
        computed[~computed["measure"].isin(measures.cards.COUNTS)]
    )
