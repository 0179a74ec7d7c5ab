"""The recruitment campaign as data: every action, no made-up date, no figure without its source."""

from datetime import date

import pytest

from lkdash import measures, stories
from lkdash.build import build
from lkdash.checks import run_checks
from lkdash.contracts import mentions, plain
from lkdash.contracts.period import span
from lkdash.db import Warehouse, open_warehouse


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-2020", date(2019, 9, 1), date(2020, 8, 31)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-04-23", date(2019, 4, 23), date(2019, 4, 23)),
        ("2017-04/2017-09", date(2017, 4, 1), date(2017, 9, 30)),
        ("2017-2018/2019-2020", date(2017, 9, 1), date(2020, 8, 31)),
    ],
)
def test_a_period_covers_its_days(period: str, first: date, last: date):
    assert span(period) == (first, last)


@pytest.mark.parametrize("period", ["../2020", "2023-03/.."])
def test_an_open_period_has_no_days_of_its_own(period: str):
    assert span(period) is None


@pytest.mark.parametrize(
    ("period", "nl", "en"),
    [
        ("2017-2018/2019-2020", "2017-2018 tot en met 2019-2020", "2017-2018 to 2019-2020"),
        ("../2020", "tot en met 2020", "up to and including 2020"),
        ("2023-03/..", "maart 2023 of later", "March 2023 or later"),
        (
            "2019-04-23/2019-10-05",
            "23 april 2019 tot en met 5 oktober 2019",
            "23 April 2019 to 5 October 2019",
        ),
    ],
)
def test_a_period_is_said_in_words(period: str, nl: str, en: str):
    assert (measures.period_words(period, "nl"), measures.period_words(period, "en")) == (nl, en)


def test_only_what_the_answer_dates_has_a_date(warehouse: Warehouse):
    rows = measures.actions(warehouse, "nl")
    dated = rows[rows["dated"]]
    assert set(dated["action_id"]) == {"launch", "mnm-broadcasts", "mnm-teachers-day"}
    broadcasts = rows[rows["action_id"] == "mnm-broadcasts"].iloc[0]
    assert broadcasts["when"] == "13 mei 2019 tot en met 15 mei 2019"
    assert rows[rows["action_id"] == "sid-in"]["when"].item() == "vóór de start, geen datum in de bron"
    assert set(rows["kind"]) == {"paid", "own", "earned", "partner"}


def test_the_campaign_runs_from_launch_to_end(warehouse: Warehouse):
    (campaign,) = measures.moments(warehouse, "nl", "campaign").to_dict("records")
    assert (campaign["starts"], campaign["ends"]) == (date(2019, 4, 23), date(2019, 10, 5))


def test_a_criterion_without_a_published_figure_says_so(warehouse: Warehouse):
    rows = measures.criteria(warehouse, "nl").set_index("criterion_id")
    assert rows["state"].to_dict() == {
        "clicks": "unpublished",
        "shares": "unpublished",
        "conversions": "unpublished",
        "enrolments": "reference",
        "entrance-test": "reference",
        "stakeholder-survey": "unpublished",
    }
    assert rows.loc["clicks", "figure"] == "criterium bekend, cijfer niet gepubliceerd"
    assert "7.605 (april 2017 tot en met september 2017)" in plain(rows.loc["entrance-test", "figure"])


def test_an_imported_total_fills_its_criterion_and_no_other(warehouse: Warehouse):
    rows = measures.criteria(warehouse, "nl", {"clicked": "12.345", "impressions": "9"}).set_index(
        "criterion_id"
    )
    assert (rows.loc["clicks", "state"], plain(rows.loc["clicks", "figure"])) == (
        "imported",
        "12.345 (alles wat over de maanden van de campagne is ingevoerd, samen)",
    )
    assert (rows["state"] == "imported").sum() == 1


def test_the_board_says_which_expectation_no_criterion_fits_and_shows_what_was_imported(warehouse: Warehouse):
    expected = measures.expectations(warehouse, "en")
    criteria = measures.criteria(warehouse, "en", {"shares": "77"})
    board = stories.board(expected, criteria, "en")
    assert set(board["expectation"]) == set(expected["text"])
    assert (board["state"] == "no criterion").sum() == 2
    (row,) = board[board["filled"]].to_dict("records")
    assert (
        plain(row["state"])
        == "imported figure: 77 (all that was imported on the months of the campaign, together)"
    )
    assert (row["criterion"], plain(row["figure"])) == (
        "Number of times that posts were shared",
        "77 (all that was imported on the months of the campaign, together)",
    )


def test_what_the_leads_count_are_figures_with_papers(warehouse: Warehouse):
    counted = measures.counted(warehouse, "en")
    assert "Of the 6 criteria 2 have public counts" in plain(stories.evidence(counted, "en"))
    assert "Imported figures" not in stories.evidence(counted, "en")
    rows = measures.actions(warehouse, "en")
    own = {row["measure"]: row["value"] for row in counted.records}
    kinds = {f"actions_{kind}": number for kind, number in rows["kind"].value_counts().items()}
    assert own["actions"] == len(rows) == sum(kinds.values())
    assert {name: own[name] for name in kinds} == kinds
    (campaign,) = measures.moments(warehouse, "en", "campaign").to_dict("records")
    lead = stories.recruitment(campaign, rows, counted, "en")
    assert f"names {len(rows)} actions" in plain(lead)
    assert plain(lead).endswith("of them have a date (all counts: final).")
    assert [mentioned.figure_id for mentioned in mentions(lead)] == [
        row["figure_id"] for row in counted.records if row["measure"].startswith("actions")
    ]
    for row in counted.records:
        opened = measures.one_figure(warehouse, row["figure_id"], "en")
        assert list(opened.rows["text"]) == [row["text"]]
        assert len(opened.sources)


def test_a_change_keeps_its_sign_its_decimals_and_its_doubt(warehouse: Warehouse):
    rows = measures.references(warehouse, "nl").set_index("figure_id")["text"]
    assert rows["REF-2017-2018_2019-2020-KLE"] == "−12,2 %"
    assert rows["REF-2017-2018_2019-2020-SEC"] == "+26 %"
    assert rows["REF-2020-2021-VLH"] == "+102"
    assert rows["REF-2024-PER"] == "27 december 2023 tot en met 10 juli 2024"
    assert rows["REF-2016-2017-ONR"] == "ongeveer −5 %"
    assert rows["REF-2019-2020-INS"] == "22.947"


@pytest.mark.parametrize(
    ("series", "status", "reason"),
    [
        ("teachers_needed_low", "estimate", "een verwachte behoefte, geen telling"),
        ("teachers_needed_high", "estimate", "een verwachte behoefte, geen telling"),
        ("teachers_named", "approximate", "rond getal in een citaat"),
        ("successor_cost", "approximate", "de bron noemt dat zelf onduidelijk"),
        ("jobseekers", "final", "geen gepubliceerde telling gevonden"),
        ("pickup_lowest_province", "approximate", "tussenstand"),
        ("started", "final", ""),
        ("study_starters", "final", ""),
        ("staff_persons", "final", ""),
    ],
)
def test_what_was_not_counted_and_closed_is_not_final_and_says_why(
    warehouse: Warehouse, series: str, status: str, reason: str
):
    rows = measures.references(warehouse, "nl", series)
    assert set(rows["status"]) == {status}
    assert all(reason in (basis or "") for basis in rows["basis"])


def test_a_forecast_and_a_round_number_say_so_in_their_own_words(warehouse: Warehouse):
    rows = measures.references(warehouse, "nl", "teachers_needed_low", "teachers_named", "successor_cost")
    assert list(rows["text"]) == ["5.000 [e]", "ongeveer 180.000", "ongeveer 500.000 EUR"]
    assert list(rows["bias"].fillna("")) == ["", "", "unclear"]


def test_every_reference_figure_has_an_id_of_its_own_and_one_unit_a_series(warehouse: Warehouse):
    rows = warehouse.dataset("reference_figures")
    assert rows["figure_id"].is_unique
    assert (rows.groupby("series")["unit"].nunique() == 1).all()
    assert (rows.groupby("series")["label_nl"].nunique() == 1).all()


def test_the_file_of_references_names_publisher_address_and_confidence(warehouse: Warehouse):
    table = measures.reference_table(warehouse, "campaign_figures", "nl", "successor_cost")
    (source,) = table.sources["title"]
    assert source.startswith("Katholiek Onderwijs Vlaanderen (blog), 28 april 2022, https://")
    assert source.endswith("(betrouwbaarheid: laag)")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("actions.toml", "ends = 2019-05-15", "ends = 2019-05-12", ("actions_in_time", "mnm-broadcasts")),
        ("actions.toml", "ends = 2019-10-04", "ends = 2019-10-06", ("actions_in_time", "mnm-teachers-day")),
        ("criteria.toml", '"entrance_completed"', '"entrance"', ("criteria_lead_somewhere", "entrance-test")),
        ("expectations.toml", "[appreciation]", "[thanks]", ("criteria_lead_somewhere", "shares")),
        ("moments.toml", '"committee-2020"', '"committee"', ("references_exist", "evaluation-awaited")),
    ],
)
def test_a_wrong_date_or_a_loose_end_is_found(rebuilt, file: str, old: str, new: str, said: tuple[str, str]):
    folder = rebuilt()
    source = folder / "source" / file
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")
    build(folder)
    outcomes = {outcome.name: outcome.findings for outcome in run_checks(open_warehouse(folder))}
    check, figure = said
    assert figure in {finding.values["figure"] for finding in outcomes[check]}
