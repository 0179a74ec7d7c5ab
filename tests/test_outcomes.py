"""What imports tell: newest wins, rates from sums, people as bounds, small groups unseen, examples apart."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from lkdash import charts, measures, stories
from lkdash.contracts import GROUPINGS, Choice, Lang, Refusal, Status, mentions, plain
from lkdash.db import Warehouse, open_warehouse
from lkdash.demo import write_demo
from lkdash.exports import KINDS, colophon, source_line, write_table
from lkdash.exports.outcomes import write_outcomes
from lkdash.importers import receive
from lkdash.store import Store
from lkdash.texts import text
from lkdash.texts import words as all_texts
from lkdash.ui.preview import first_rows, overlap
from tests.conftest import DATA
from tests.on_screen import tables
from tests.test_importers import EXPORTS
from tests.test_pages import opened, words

HEAD = "Day,Campaign,Campaign type,Impr.,Clicks,Cost,Currency code\n"
META = "Reporting starts,Reporting ends,Campaign name,Day,Reach,Impressions,Clicks (all),Amount spent (EUR)\n"
SURVEY = '"id","submitdate","lastpage","startlanguage","groep","Hoe tevreden?"\n'
EVERYTHING = Choice(editions=())


def loaded(tmp_path: Path, *contents: str) -> Warehouse:
    """The bundled data with these files imported one after the other."""
    tmp_path.mkdir(exist_ok=True)
    store = Store(tmp_path / "store")
    for at, content in enumerate(contents):
        file = tmp_path / f"{at}.csv"
        file.write_text(content, encoding="utf-8")
        receipt = receive(file, store, at=datetime(2026, 1, 1 + at, tzinfo=UTC))
        assert receipt.status == "imported", receipt.problems
    return open_warehouse(DATA, store.loaded())


def value(warehouse: Warehouse, measure: str, channel: str) -> dict[str, object]:
    tables = (measures.reach(warehouse, EVERYTHING).rows, measures.gains(warehouse, EVERYTHING).rows)
    rows = pd.concat([table for table in tables if len(table)])
    (row,) = rows[(rows["measure"] == measure) & (rows["period"] == channel)].to_dict("records")
    return row


SEARCH = "Google Ads, zoeken, betaald"


def test_rates_come_from_sums_and_are_never_averaged(tmp_path: Path):
    warehouse = loaded(
        tmp_path, HEAD + "2019-05-01,A,Search,1000,100,50.00,EUR\n2019-05-02,A,Search,9000,90,10.00,EUR\n"
    )
    assert value(warehouse, "click_rate", SEARCH)["value"] == pytest.approx(190 / 10000)
    assert value(warehouse, "cost_per_click", SEARCH)["value"] == pytest.approx(60 / 190)
    assert value(warehouse, "cost_per_thousand", SEARCH)["text"] == "6,00 EUR"


def test_the_click_rate_has_its_wilson_interval(tmp_path: Path):
    warehouse = loaded(tmp_path, HEAD + "2019-05-01,A,Search,148,15,1.50,EUR\n")
    # 15 of 148, Newcombe 1998, table I, method 3: 0,0624 to 0,1605
    assert value(warehouse, "click_rate", SEARCH)["text"] == "10,14 % (6,24 % tot 16,05 %)"


def test_a_click_rate_that_is_not_zero_does_not_read_as_zero(tmp_path: Path):
    head = "2019-05-01,A,{},{},{},1.50,EUR\n"
    cells = (("Search", 1_000_000, 34), ("Display", 1_000_000, 0), ("Video", 10_000, 3))
    warehouse = loaded(tmp_path, HEAD + "".join(head.format(*cell) for cell in cells))
    rare = value(warehouse, "click_rate", SEARCH)
    assert (rare["text"], rare["decimals"]) == (
        "0,003 % (0,002 % tot 0,005 %)",
        3,
    )  # Wilson: 0,00243 to 0,00475
    assert value(warehouse, "click_rate", SEARCH.replace("zoeken", "display"))["text"].startswith(
        "0,00 % (0,00 %"
    )
    assert value(warehouse, "click_rate", SEARCH.replace("zoeken", "video"))["text"].startswith(
        "0,03 % (0,01 %"
    )


def test_two_rates_differ_only_where_newcombes_interval_leaves_out_zero(tmp_path: Path):
    # 56/70 against 48/80, Newcombe 1998, table II, method 10: 0,0524 to 0,3339
    warehouse = loaded(
        tmp_path, HEAD + "2019-05-01,A,Display,80,48,1.50,EUR\n2019-05-01,B,Search,70,56,1.50,EUR\n"
    )
    table = measures.compared(warehouse, EVERYTHING)
    (pair,) = table.records
    assert (pair["value"], pair["low"], pair["high"]) == pytest.approx((-20, -33.39, -5.24), abs=1e-2)
    assert pair["differs"]
    assert pair["text"] == "−20,00 procentpunt (−33,39 tot −5,24)"
    counts = measures.pairs(warehouse, EVERYTHING)
    assert "1 van 1" in plain(stories.compared(counts, "nl"))
    for row in counts.records:
        (again,) = measures.one_figure(warehouse, row["figure_id"], "nl").records
        assert (again["value"], len(measures.files_of(warehouse, row["figure_id"]))) == (1, 1)
    opened_again = measures.one_figure(warehouse, pair["figure_id"], "nl")
    assert list(opened_again.rows["value"]) == [pair["value"]]
    rates = measures.inputs_of(warehouse, pair["figure_id"], "nl")
    assert list(rates.rows["value"]) == pytest.approx([48 / 80, 56 / 70])
    users = [measures.users_of(warehouse, name, "nl").rows["figure_id"] for name in rates.rows["figure_id"]]
    assert all(pair["figure_id"] in set(ids) for ids in users)
    assert len(measures.files_of(warehouse, pair["figure_id"])) == 1


def test_reach_is_shown_as_bounds_and_never_above_the_population(tmp_path: Path):
    rows = "".join(
        f"2019-05-01,2019-05-03,A,2019-05-0{d},{r},9000000,5,1.50\n" for d, r in ((1, 4000000), (2, 3500000))
    )
    warehouse = loaded(tmp_path, META + rows)
    assert value(warehouse, "reach", "Meta, betaald")["text"] == "tussen 4.000.000 en 6.629.143"


MATOMO = "date,label,nb_uniq_visitors,nb_visits,nb_actions\n"


def test_users_of_a_website_are_people_too_and_never_added_up(tmp_path: Path):
    rows = "2019-05-01,Google,100,120,300\n2019-05-02,Google,50,60,100\n2019-05-02,Bing,30,30,40\n"
    warehouse = loaded(tmp_path, MATOMO + rows)
    assert value(warehouse, "sessions", "Website")["value"] == 210
    assert value(warehouse, "users", "Website")["text"] == "tussen 100 en 180"
    assert measures.imported_totals(warehouse, "nl") == {}


def test_the_newest_import_wins_for_the_same_day_campaign_and_platform(tmp_path: Path):
    warehouse = loaded(
        tmp_path,
        HEAD
        + "2019-05-01,A,Search,100,10,1.50,EUR\n2019-05-02,A,Search,100,10,1.50,EUR\n2019-05-02,B,Search,7,1,1.50,EUR\n",
        HEAD + "2019-05-02,A,Search,500,50,1.50,EUR\n2019-05-03,A,Search,100,10,1.50,EUR\n",
    )
    assert value(warehouse, "impressions", SEARCH)["value"] == 100 + 500 + 7 + 100
    older, _ = (papers.import_id for _, papers in reversed(Store(tmp_path / "store").loaded()))
    assert measures.imports_replaced(warehouse) == {older: "partly"}
    once = HEAD + "2019-05-02,A,Search,100,10,1.50,EUR\n"
    again = loaded(tmp_path / "again", once, once.replace("100,10", "200,20"))
    assert list(measures.imports_replaced(again).values()) == ["replaced"]


def test_a_period_that_overlaps_a_newer_one_is_left_out_whole(tmp_path: Path):
    period = META.replace("Day,", "")
    warehouse = loaded(
        tmp_path,
        period + "2019-05-01,2019-05-31,A,1000,5000,5,1.50\n2019-06-01,2019-06-30,A,1000,70,5,1.50\n",
        period + "2019-05-15,2019-05-31,A,1000,300,5,1.50\n",
    )
    assert value(warehouse, "impressions", "Meta, betaald")["value"] == 370


def test_a_period_left_out_leaves_no_measure_over_other_days_behind(tmp_path: Path):
    month = META.replace("Day,", "") + "2019-05-01,2019-05-31,A,1000,5000,50,1.50\n"
    fewer = META.replace("Clicks (all),", "")
    day = current(tmp_path / "day", month, fewer + "2019-05-03,2019-05-03,A,2019-05-03,90,100,1.50\n")
    assert (day["impressions"], day.get("clicks")) == (100, None)
    same = fewer.replace("Day,", "") + "2019-05-01,2019-05-31,A,900,4000,1.50\n"
    again = current(tmp_path / "same", month, same)
    assert (again["impressions"], again["clicks"]) == (4000, 50)  # of the same days, what is told again


def current(tmp_path: Path, *contents: str) -> dict[str, float]:
    """What these files, imported one after the other, add up to per measure."""
    con = loaded(tmp_path, *contents).connection.cursor()
    return dict(con.execute("select metric, sum(value) from current_outcomes group by metric").fetchall())


X_OVERVIEW = (EXPORTS / "x_overview.csv").read_text(encoding="utf-8")
X_VIDEO = (EXPORTS / "x_video.csv").read_text(encoding="utf-8")
YOUTUBE = "Content,Video title,Video publish time,Views,Watch time (hours)\n"


def test_a_newer_import_replaces_only_the_measures_that_it_tells(tmp_path: Path):
    alone = current(tmp_path / "alone", X_OVERVIEW)
    both = current(tmp_path / "both", X_OVERVIEW, X_VIDEO.replace('2026",10', '2026",13'))
    assert both["impressions"] == alone["impressions"]
    assert both["video_views"] == alone["video_views"] + 3


def test_videos_of_two_files_without_a_period_count_once_each(tmp_path: Path):
    one = YOUTUBE + 'aaa,Een,"Jan 6, 2024",1000,50.5\nbbb,Twee,"Jan 7, 2024",200,6.5\n'
    other = YOUTUBE + 'bbb,Twee,"Jan 7, 2024",300,7.5\nccc,Drie,"Jan 8, 2024",10,0.5\n'
    assert current(tmp_path, one, other)["video_views"] == 1000 + 300 + 10


def tweets(account: str, impressions: int) -> str:
    head = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements\n"
    return f"{head}1,https://twitter.com/{account}/status/1,t,2019-05-13 18:42 +0000,{impressions}.0,1.0\n"


def test_two_accounts_do_not_replace_each_other_and_an_unnamed_one_may_be_either(tmp_path: Path):
    klasse, vlaanderen = tweets("Klasse", 100), tweets("OnderwijsVL", 20)
    assert current(tmp_path / "two", klasse, vlaanderen)["impressions"] == 120
    assert current(tmp_path / "again", klasse, vlaanderen, tweets("Klasse", 7))["impressions"] == 27
    day = "Day,Campaign,Impr.,Clicks{}\n2019-05-01,A,{},1{}\n"
    files = day.format(",Account", 5, ",Klasse"), day.format("", 6, "")
    assert current(tmp_path / "unnamed", *files)["impressions"] == 6


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Day,Campaign,Ad group,Impr.,Clicks", "2019-05-01,A,a,30,1\n2019-05-01,A,b,40,1\n"),
        ("Day,Campaign,Campaign type,Impr.,Clicks", "2019-05-01,A,Search,30,1\n2019-05-01,A,Display,40,1\n"),
        ("Day,Campaign,Impr.,Clicks", "2019-05-01,A,70,1\n"),
    ],
)
def test_a_campaign_split_in_another_way_is_replaced_whole(tmp_path: Path, head: str, rows: str):
    split = HEAD + "2019-05-01,A,Search,100,10,1.50,EUR\n2019-05-01,A,Video,200,10,1.50,EUR\n"
    told = current(tmp_path, split, f"{head}\n{rows}")
    assert (told["impressions"], told["cost"]) == (70, 3)


def test_rows_of_a_whole_account_overlap_with_every_campaign(tmp_path: Path):
    campaigns = META.replace("Day,", "") + "2019-05-01,2019-05-31,A,100,10000,5,50.50\n"
    campaigns += "2019-05-01,2019-05-31,B,100,20000,5,50.50\n"
    head = "Reporting starts,Reporting ends,Ad name,Ad set name,Amount spent (EUR),Impressions\n"
    ads = head + "2019-05-01,2019-05-31,a,A,50.50,12000\n2019-05-01,2019-05-31,b,B,50.50,18000\n"
    assert current(tmp_path / "one", campaigns, ads)["impressions"] == 30000
    assert current(tmp_path / "other", ads, campaigns)["cost"] == 101
    june = ads.replace("2019-05-01,2019-05-31", "2019-06-01,2019-06-30")
    assert current(tmp_path / "june", campaigns, june)["impressions"] == 60000
    organic = tweets("Klasse", 100)
    paid = "Date start,Date stop,Campaign name,Impressions,Spend\n2019-05-13,2019-05-13,A,50,1.50\n"
    assert current(tmp_path / "x", organic, paid)["impressions"] == 150


def test_promoted_posts_and_the_campaign_that_promoted_them_count_once(tmp_path: Path):
    """A handle is never the name of an ads account, so that the names cannot tell the accounts apart."""
    head = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,promoted impressions\n"
    posts = head + "1,https://twitter.com/KlasseVO/status/1,t,2019-05-13 18:42 +0000,100.0,1.0,2000.0\n"
    head = "Date start,Date stop,Campaign name,Account name,Impressions,Spend\n"
    ads = head + "2019-05-13,2019-05-13,A,Klasse,2000,9.50\n"
    assert current(tmp_path / "ads last", posts, ads)["impressions"] == 2100
    posts_last = current(tmp_path / "posts last", ads, posts)
    assert (posts_last["impressions"], posts_last["cost"]) == (2100, 9.5)
    assert current(tmp_path / "handles", posts, tweets("OnderwijsVL", 20))["impressions"] == 2120


def overlaps(tmp_path: Path, held: str, dropped: str) -> bool:
    """Does the page say that the second file replaces figures of the first?"""
    con = loaded(tmp_path, held)
    con.connection.close()
    store, file = Store(tmp_path / "store"), tmp_path / "dropped"
    file.write_text(dropped, encoding="utf-8")
    receipt = receive(file, store, dry_run=True)
    assert receipt.status == "imported"
    (papers,) = store.papers()
    return overlap(receipt, papers)


def test_rows_without_a_period_overlap_with_every_period_of_their_campaign(tmp_path: Path):
    """As a period that overlaps in part they go with all their measures, and so does what they replace."""
    days = HEAD + "".join(f"2019-05-0{day},A,Search,{day}00,10,1.50,EUR\n" for day in (1, 2, 3))
    other = "B,Search,7,1,1.50,EUR\n"
    ever = HEAD.replace("Day,", "").replace(",Clicks", "") + "A,Search,650,4.50,EUR\n"
    told = current(tmp_path / "days first", days + "2019-05-01," + other, ever)
    assert (told["impressions"], told["clicks"], told["cost"]) == (650 + 7, 1, 4.5 + 1.5)
    told = current(tmp_path / "days last", ever + other.replace(",1,", ","), days)
    assert (told["impressions"], told["clicks"], told["cost"]) == (600 + 7, 30, 4.5 + 1.5)
    twice = loaded(tmp_path / "twice", days, ever, ever.replace("650", "700"))
    assert value(twice, "impressions", SEARCH)["value"] == 700
    assert list(measures.imports_replaced(twice).values()) == ["replaced", "replaced"]
    account = ever.replace("Campaign,", "Ad name,").replace("A,", "ad,")
    assert current(tmp_path / "account", days, account)["impressions"] == 650


def test_a_survey_without_days_leaves_one_with_days_as_it_was(tmp_path: Path):
    """Whether a survey is anonymous is settled before it starts: two of one name are two waves."""
    store = Store(tmp_path / "store")
    dated = survey_of(("stad", 6, "tevreden"))
    for content in (dated, re.sub("2019-[0-9-]+", "1980-01-01", dated)):
        (tmp_path / "received").write_text(content, encoding="utf-8")
        receipt = receive(tmp_path / "received", store, name="res.csv", dry_run=True)
        assert (receipt.status, receipt.replaces) == ("imported", ())
        receive(tmp_path / "received", store, name="res.csv")
    spans = {papers.period is None for papers in store.papers()}
    con = open_warehouse(DATA, store.loaded()).connection.cursor()
    told = con.execute("select sum(value) from current_outcomes where metric = 'responses'").fetchall()
    assert (spans, told) == ({True, False}, [(12,)])


def test_a_survey_that_is_exported_again_replaces_itself_and_no_other(tmp_path: Path):
    """Two files of one name are the same survey where they share a question."""
    store = Store(tmp_path / "store")

    def told(name: str, content: str) -> int:
        file = tmp_path / "received"
        file.write_text(content, encoding="utf-8")
        assert receive(file, store, name=name).status == "imported"
        con = open_warehouse(DATA, store.loaded()).connection.cursor()
        ((number,),) = con.execute(
            "select sum(value) from current_outcomes where metric = 'responses'"
        ).fetchall()
        return int(number)

    assert told("res.csv", survey_of(("stad", 6, "tevreden"))) == 6
    assert told("res (1).csv", survey_of(("stad", 8, "tevreden"))) == 8
    assert told("res.csv", survey_of(("stad", 9, "tevreden")).replace("Hoe tevreden?", "Iets anders?")) == 17
    assert told("ander.csv", survey_of(("stad", 5, "tevreden"))) == 22


DAY = HEAD + "2019-05-12,A,Search,100,10,1.50,EUR\n"
UNDATED = HEAD.replace("Day,", "") + "A,Search,100,10,1.50,EUR\n"


@pytest.mark.parametrize(
    ("held", "dropped", "replaced"),
    [
        (DAY, DAY + "2019-05-13,A,Search,1,1,1.50,EUR\n", True),
        (DAY, DAY.replace("-12", "-13"), False),
        (DAY, DAY.replace(",A,", ",B,"), False),
        (UNDATED, UNDATED.replace("100", "200"), True),
        (UNDATED, DAY, True),  # without a period it may cover any day
        (DAY, UNDATED, True),
        (UNDATED.replace("A,", "B,"), DAY, False),
        (DAY, MATOMO.replace("date,", "") + "Google,10,12,30\n", False),
        (X_OVERVIEW, X_VIDEO, True),  # the views of videos
        (X_OVERVIEW, X_VIDEO.replace("Mar", "Apr"), False),
        (tweets("Klasse", 1), tweets("OnderwijsVL", 1), False),
        (DAY, DAY.replace("Day", "[voorbeeld]\nDay", 1), False),
        (X_OVERVIEW, DAY, False),
    ],
)
def test_the_page_says_what_an_import_replaces_and_only_that(
    tmp_path: Path, held: str, dropped: str, replaced: bool
):
    assert overlaps(tmp_path, held, dropped) == replaced


@pytest.mark.parametrize(("lang", "said"), [("nl", "hele account en een deel"), ("en", "account and a part")])
def test_what_is_said_to_be_replaced_holds_of_posts_beside_their_account(
    tmp_path: Path, lang: Lang, said: str
):
    """Posts and the account's days, or promoted posts and the ads, are no same account and campaign."""
    head = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,promoted impressions\n"
    posts = head + "1,https://twitter.com/Klasse/status/1,t,2019-05-13 18:42 +0000,100.0,1.0,20.0\n"
    head = "Date start,Date stop,Campaign name,Account name,Impressions,Spend\n"
    ads = head + "2019-05-13,2019-05-13,A,Vlaanderen,2000,9.50\n"
    content = (EXPORTS / "x_content.csv").read_text(encoding="utf-8").replace("Feb 14", "Mar 10")
    assert overlaps(tmp_path / "promoted", posts, ads)
    assert overlaps(tmp_path / "account", content, X_OVERVIEW)
    assert said in text("importing.overlap", lang, file="posts.csv")


def test_other_currencies_are_left_out_of_the_euros(tmp_path: Path):
    warehouse = loaded(
        tmp_path, HEAD + "2019-05-01,A,Search,100,10,1.50,EUR\n2019-05-01,B,Search,100,10,9.50,USD\n"
    )
    assert value(warehouse, "cost", SEARCH)["value"] == 1.5


def test_money_that_is_not_in_euro_is_not_said_to_be_missing_from_the_export(tmp_path: Path):
    rows = "2019-05-01,A,Search,100,10,1.50,EUR\n2019-05-01,B,Display,100,10,9.50,USD\n"
    warehouse = loaded(tmp_path, HEAD + rows)
    dollars = measures.gains(warehouse, EVERYTHING).at("Google Ads, display, betaald")
    assert {row["text"] for row in dollars.records_of("cost")} == {"niet in euro gemeld [z]"}
    alone = loaded(tmp_path / "alone", HEAD + "2019-05-01,B,Display,100,10,9.50,USD\n")
    (cost,) = measures.gains(alone, EVERYTHING).records
    assert (cost["measure"], cost["text"]) == ("cost", "niet in euro gemeld [z]")


def test_a_rate_counts_only_what_tells_both_its_sides(tmp_path: Path):
    euro, dollar = "2019-05-01,A,Search,100,5,2.50,EUR\n", "2019-05-01,B,Search,100,5,7.50,USD\n"
    untold = "2019-05-01,C,Search,100,--,7.50,EUR\n"
    warehouse = loaded(tmp_path, HEAD + euro + dollar + untold)
    assert value(warehouse, "cost_per_click", SEARCH)["value"] == pytest.approx(2.50 / 5)
    assert value(warehouse, "cost_per_thousand", SEARCH)["value"] == pytest.approx(1000 * 10 / 200)
    assert value(warehouse, "click_rate", SEARCH)["value"] == pytest.approx(10 / 200)
    assert value(warehouse, "impressions", SEARCH)["value"] == 300


def test_a_row_that_leaves_a_number_open_takes_no_part_in_a_rate_of_it(tmp_path: Path):
    # Two ad groups of one campaign and day: of the second no clicks are told.
    groups = "2019-05-01,A,Search,1000,10,5.00,EUR\n2019-05-01,A,Search,9000,--,20.00,EUR\n"
    warehouse = loaded(tmp_path, HEAD + groups + "2019-05-01,B,Search,500,5,1.50,EUR\n")
    assert value(warehouse, "click_rate", SEARCH)["value"] == pytest.approx(15 / 1500)
    assert value(warehouse, "cost_per_click", SEARCH)["value"] == pytest.approx(6.5 / 15)
    assert value(warehouse, "cost_per_thousand", SEARCH)["value"] == pytest.approx(1000 * 26.5 / 10500)
    assert [value(warehouse, name, SEARCH)["value"] for name in ("impressions", "clicked")] == [10500, 15]


def test_rows_of_one_campaign_and_day_in_two_files_make_a_rate_together(tmp_path: Path):
    shown, clicked = "2019-05-01,A,Search,1000,--,--,EUR\n", "2019-05-01,A,Search,--,10,5.00,EUR\n"
    warehouse = loaded(tmp_path, HEAD + shown, HEAD + clicked)
    assert value(warehouse, "click_rate", SEARCH)["value"] == pytest.approx(0.01)


def test_reach_that_a_row_leaves_open_is_at_most_what_it_showed(tmp_path: Path):
    rows = "2019-05-01,2019-05-31,A,2019-05-01,{reach},{shown},40,10.00\n"
    made = [rows.format(reach=reach, shown=shown) for reach, shown in ((100, 300), ("", 50), ("", ""))]
    warehouse = loaded(tmp_path, META + "".join(made))
    assert value(warehouse, "reach", "Meta, betaald")["text"] == "tussen 100 en 150"
    assert value(warehouse, "frequency", "Meta, betaald")["text"] == "tussen 2,3 en 3,5"
    (import_,) = Store(tmp_path / "store").papers()
    assert import_.totals["reach"] == {"at_least": 100, "at_most": 150}


def test_a_file_without_reach_replaces_none_and_is_said_to_be_left_out_of_it(tmp_path: Path):
    row = "2019-05-01,2019-05-31,{name},2019-05-01,{reach},{shown},40,10.00\n"
    older = META + row.format(name="A", reach=100, shown=300)
    newer = META + row.format(name="A", reach="", shown=350) + row.format(name="B", reach="", shown=50)
    warehouse = loaded(tmp_path, older, newer)
    assert value(warehouse, "reach", "Meta, betaald")["text"] == "100"
    assert value(warehouse, "frequency", "Meta, betaald")["text"] == "3,5"
    assert "reach_of" in set(measures.reach(warehouse, EVERYTHING).notes["note_id"])
    other = loaded(tmp_path / "other", older, newer + row.format(name="C", reach=20, shown=60))
    assert value(other, "reach", "Meta, betaald")["text"] == "tussen 100 en 170"
    assert value(other, "impressions", "Meta, betaald")["value"] == 460


SETS = "Reporting starts,Reporting ends,Campaign name,Ad set name,"
IN_MAY = "2019-05-01,2019-05-31,Influencer,"
SHOWN = SETS + "Impressions,Amount spent (EUR)\n" + f"{IN_MAY}A,1000,20.00\n{IN_MAY}B,2000,40.00\n"
CLICKED = SETS + "Impressions,Clicks (all),Amount spent (EUR)\n"
REACHED = SETS + "Impressions,Reach,Amount spent (EUR)\n"
REACH_OPEN = REACHED + f"{IN_MAY}A,1000,800,20.00\n{IN_MAY}B,2000,,40.00\n"
META_PAID = "Meta, betaald"


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        (  # clicks of all rows, and impressions of all rows
            CLICKED + f"{IN_MAY}A,3000,30,60.00\n",
            REACH_OPEN,
            {"click_rate": 0.01, "cost_per_click": 2, "reach": (800, 2800), "frequency": (3000 / 2800, 3.75)},
        ),
        (  # of whose impressions the reach is, nobody tells any more
            REACH_OPEN,
            CLICKED + f"{IN_MAY}A,3000,30,60.00\n",
            {"click_rate": 0.01, "cost_per_click": 2, "reach": (800, 3000), "frequency": (1, 3.75)},
        ),
        (  # clicks of a part, impressions and cost of everything
            CLICKED + f"{IN_MAY}A,1000,10,20.00\n{IN_MAY}B,2000,--,40.00\n",
            SHOWN,
            {"clicked": 10, "click_rate": None, "cost_per_click": None, "cost_per_thousand": 20},
        ),
        (  # other rows are open in each of the two
            REACH_OPEN,
            CLICKED + f"{IN_MAY}A,1000,,20.00\n{IN_MAY}B,2000,10,40.00\n",
            {"click_rate": 0.005, "cost_per_click": 4, "reach": (800, 3000), "frequency": (1, 3.75)},
        ),
    ],
)
def test_two_imports_that_complement_each_other_make_rates_of_what_both_tell_whole(
    tmp_path: Path, older: str, newer: str, expected: dict[str, object]
):
    warehouse = loaded(tmp_path, older, newer)
    for measure, told in expected.items():
        if told is None:
            tables = (measures.reach(warehouse, EVERYTHING).rows, measures.gains(warehouse, EVERYTHING).rows)
            rows = pd.concat(tables)
            assert rows.loc[rows["measure"] == measure, "value"].isna().all(), measure
            continue
        row = value(warehouse, measure, META_PAID)
        found = (row["value"], row["value_high"]) if isinstance(told, tuple) else row["value"]
        assert found == pytest.approx(told), measure


def test_an_open_amount_without_its_currency_leaves_clicks_and_cost_apart(tmp_path: Path):
    head = "Dag,Campagne,Vertoningen,Aantal klikken,Kosten\n"
    rows = '2019-05-01,A,1000,10,"€ 5,00"\n2019-05-01,A,2000,40,--\n2019-05-02,A,2000,40,"€ 1,00"\n'
    warehouse = loaded(tmp_path, head + rows)
    assert value(warehouse, "cost_per_click", "Google Ads, betaald")["value"] == pytest.approx(6 / 50)
    assert value(warehouse, "cost_per_thousand", "Google Ads, betaald")["value"] == pytest.approx(2)
    other = HEAD + "2019-05-01,A,Search,1000,--,5.00,EUR\n2019-05-01,A,Search,1000,20,10.00,USD\n"
    assert value(loaded(tmp_path / "usd", other), "click_rate", SEARCH)["value"] == pytest.approx(0.02)


def test_clicks_on_links_never_stand_in_for_the_open_clicks_of_the_same_file(tmp_path: Path):
    head = SETS + "Impressions,Link clicks,Clicks (all),Amount spent (EUR)\n"
    rows = [
        f"{IN_MAY}{name},2000,{told},1.00\n" for name, told in (("A", "10,12"), ("B", "20,"), ("C", ",40"))
    ]
    warehouse = loaded(tmp_path, head + "".join(rows))
    assert value(warehouse, "clicked", META_PAID)["value"] == 52
    assert value(warehouse, "click_rate", META_PAID)["value"] == pytest.approx(52 / 4000)


def test_what_a_file_tells_does_not_change_when_a_newer_one_replaces_a_part_of_it(tmp_path: Path):
    head = SETS + "Impressions,Link clicks,Clicks (all),Amount spent (EUR)\n"
    other = IN_MAY.replace("Influencer", "Andere")
    older = head + f"{IN_MAY}A,2000,5,10,1.00\n{other}B,2000,7,,1.00\n"
    warehouse = loaded(tmp_path, older, head + f"{IN_MAY}A,2000,6,12,1.00\n")
    assert value(warehouse, "clicked", META_PAID)["value"] == 12


def test_reach_without_its_impressions_makes_no_frequency(tmp_path: Path):
    warehouse = loaded(tmp_path, REACHED + f"{IN_MAY}A,,800,20.00\n{IN_MAY}B,2000,500,40.00\n")
    assert value(warehouse, "reach", META_PAID)["text"] == "tussen 800 en 1.300"
    assert value(warehouse, "frequency", META_PAID)["text"] == "niet in dezelfde rij gemeld [z]"


def test_more_clicks_than_impressions_have_no_interval(tmp_path: Path):
    warehouse = loaded(tmp_path, CLICKED + f"{IN_MAY}A,3,4,1.00\n")
    assert value(warehouse, "click_rate", META_PAID)["text"] == "133,33 %"


def test_users_that_a_row_leaves_open_are_at_most_its_sessions(tmp_path: Path):
    head = "date,label,nb_uniq_visitors,nb_visits,nb_actions\n"
    warehouse = loaded(tmp_path, head + "2019-05-01,Google,100,120,300\n2019-05-01,Bing,,30,40\n")
    assert value(warehouse, "users", "Website")["text"] == "tussen 100 en 130"
    assert Store(tmp_path / "store").papers()[0].totals["users"] == {"at_least": 100, "at_most": 130}


def test_a_file_that_leaves_reach_open_everywhere_tells_none(tmp_path: Path):
    warehouse = loaded(tmp_path, META + "2019-05-01,2019-05-31,A,2019-05-01,,300,40,10.00\n")
    assert "reach" not in set(measures.reach(warehouse, EVERYTHING).rows["measure"])
    assert "reach" not in Store(tmp_path / "store").papers()[0].totals


def test_goals_are_no_second_count_of_the_same_conversions(tmp_path: Path):
    head = "date,label,nb_uniq_visitors,nb_visits,nb_actions,nb_conversions,goals_idgoal=1_nb_conversions\n"
    warehouse = loaded(tmp_path, head + "2019-05-01,Google,100,120,300,7,3\n")
    assert value(warehouse, "conversions", "Website")["value"] == 7
    assert measures.imported_totals(warehouse, "nl") == {"conversions": "7"}


def test_an_amount_without_a_currency_makes_no_click_dearer(tmp_path: Path):
    untold = "2019-05-01,B,Search,1000,10,90.00,\n"
    warehouse = loaded(tmp_path, HEAD + "2019-05-01,A,Search,1000,10,10.00,EUR\n" + untold)
    assert value(warehouse, "cost_per_click", SEARCH)["value"] == pytest.approx(1.0)


def test_a_reach_of_nobody_has_no_frequency_and_one_above_the_population_keeps_its_order(tmp_path: Path):
    rows = "2019-05-01,2019-05-03,A,2019-05-01,0,0,0,0\n2019-05-01,2019-05-03,A,2019-05-02,10,20,1,1.0\n"
    warehouse = loaded(tmp_path, META + rows)
    frequency = measures.reach(warehouse, replace(EVERYTHING, by="day")).of("frequency").records
    assert [row["text"] for row in frequency] == ["niet in de export [z]", "2,0"]
    many = loaded(tmp_path / "many", META + "2019-05-01,2019-05-01,A,2019-05-01,7000000,9000000,1,1.0\n")
    assert value(many, "reach", "Meta, betaald")["text"] == "7.000.000"


def test_conversions_of_two_platforms_are_bounds_in_the_funnel_and_what_each_cost_too(tmp_path: Path):
    google = HEAD.replace("Cost", "Conversions,Cost") + "2019-05-06,A,Search,1000,10,2,1.50,EUR\n"
    head = "date,label,nb_uniq_visitors,nb_visits,nb_actions,nb_conversions\n"
    warehouse = loaded(tmp_path, google, head + "2019-05-06,Google,5,9,30,7\n")
    whole = replace(EVERYTHING, by="whole")
    (conversions,) = measures.gains(warehouse, whole).of("conversions").records
    assert conversions["text"] == "tussen 7 en 9"
    (cost,) = measures.gains(warehouse, whole).of("cost_per_conversion").records
    assert cost["text"] == "0,75 EUR"  # the website has no cost: nobody else claims what was paid for


LINKS_ONLY = META.replace("Clicks (all)", "Link clicks")


def test_channels_together_click_where_each_channel_clicks(tmp_path: Path):
    search = HEAD + "2019-05-01,A,Search,1000,10,1.50,EUR\n"
    warehouse = loaded(tmp_path, search, LINKS_ONLY + "2019-05-01,2019-05-01,B,2019-05-01,90,3000,30,1.50\n")
    for by in ("whole", "paid", "day", "week"):
        (row,) = measures.reach(warehouse, replace(EVERYTHING, by=by)).of("clicked").records
        assert row["value"] == 40
        (rate,) = measures.reach(warehouse, replace(EVERYTHING, by=by)).of("click_rate").records
        assert rate["value"] == pytest.approx(40 / 4000)
    by_platform = measures.reach(warehouse, replace(EVERYTHING, by="platform")).of("clicked")
    assert by_platform.rows.set_index("period")["value"].to_dict() == {"Meta": 30, "Google Ads": 10}
    by_network = measures.reach(warehouse, replace(EVERYTHING, by="network")).of("clicked")
    assert by_network.rows.set_index("period")["value"].to_dict() == {
        "netwerk niet vermeld": 30,
        "zoeken": 10,
    }


def test_people_of_several_platforms_are_bounds_capped_at_the_population(tmp_path: Path):
    row = "2019-05-01,2019-05-01,{n},2019-05-01,{r},9000000,5,1.50\n"
    warehouse = loaded(tmp_path, META + row.format(n="A", r=4000000) + row.format(n="B", r=3500000))
    (together,) = measures.reach(warehouse, replace(EVERYTHING, by="whole")).of("reach").records
    assert together["text"] == "tussen 4.000.000 en 6.629.143"


def test_reach_of_channels_together_says_of_which_platforms_alone_it_is(tmp_path: Path):
    meta = META + "2019-05-01,2019-05-01,B,2019-05-01,500,3000,30,1.50\n"
    warehouse = loaded(tmp_path, HEAD + "2019-05-01,A,Search,1000,10,1.50,EUR\n", meta)
    for by in ("whole", "paid", "day", "week"):
        table = measures.reach(warehouse, replace(EVERYTHING, by=by))
        assert [row["text"] for row in table.of("frequency").records] == ["6,0"]  # 3000 / 500
        (said,) = table.notes.loc[table.notes["note_id"] == "reach_of", "text"]
        assert "alleen van het deel waarvan dat wel zo is (Meta);" in said
    (reach,) = table.of("reach").records
    assert "reach_of" in set(measures.one_figure(warehouse, reach["figure_id"], "nl").notes["note_id"])
    may = replace(EVERYTHING, first="2019-05", last="2019-05")
    assert "reach_of" in set(measures.periods_compared(warehouse, may).notes["note_id"])
    for told, by in ((warehouse, "channel"), (loaded(tmp_path / "meta", meta), "whole")):  # nothing joined
        assert "reach_of" not in set(measures.reach(told, replace(EVERYTHING, by=by)).notes["note_id"])


def test_a_week_that_the_months_cut_says_which_days_it_tells(tmp_path: Path):
    weeks = HEAD + "2019-04-29,A,Search,10,1,1,EUR\n2019-05-02,A,Search,5,1,1,EUR\n"
    warehouse = loaded(tmp_path, weeks)
    may = replace(EVERYTHING, by="week", first="2019-05")
    (cut,) = measures.reach(warehouse, may).of("impressions").records
    assert cut["period"] == "week van 29 april 2019, alleen 1 mei 2019 tot en met 5 mei 2019"
    assert cut["value"] == 5
    (whole,) = measures.reach(warehouse, replace(may, first="")).of("impressions").records
    assert (whole["period"], whole["value"]) == ("week van 29 april 2019", 15)


def test_platforms_beside_each_other_are_said_to_count_clicks_in_their_own_way(tmp_path: Path):
    one = HEAD + "2019-05-01,A,Search,1000,10,1.50,EUR\n"
    noted = "Elk platform telt klikken op zijn manier"
    both = loaded(tmp_path, one, META + "2019-05-01,2019-05-01,B,2019-05-01,90,3000,30,1.50\n")
    for table in (measures.reach(both, EVERYTHING), measures.compared(both, EVERYTHING)):
        assert any(note.startswith(noted) for note in table.notes["text"])
    alone = measures.reach(loaded(tmp_path / "one", one), EVERYTHING)
    assert not any(note.startswith(noted) for note in alone.notes["text"])


def test_what_the_months_leave_out_and_no_day_can_show_is_said(tmp_path: Path):
    period = META.replace("Day,", "")
    month = "2019-05-01,2019-05-31,A,1000,5000,5,1.50\n"
    across = "2019-05-15,2019-06-15,B,1000,70,5,1.50\n"
    warehouse = loaded(tmp_path, period + month + across)
    may = replace(EVERYTHING, first="2019-05", last="2019-05")
    found = measures.left_out(warehouse, may)
    assert dict(zip(found.rows["measure"], found.rows["text"], strict=True)) == {
        "impressions_outside": "70",
        "impressions_undivided": "5.000",
    }
    assert list(measures.left_out(warehouse, EVERYTHING).rows["text"]) == ["5.070"]
    july = replace(EVERYTHING, first="2019-07", last="2019-07")
    assert measures.left_out(warehouse, july).rows.empty
    (said,) = stories.left_out(found, "outside", "nl")
    assert "70 vertoningen" in plain(said)
    for figure_id, shown in zip(found.rows["figure_id"], found.rows["text"], strict=True):
        assert figure_id in said or figure_id in stories.left_out(found, "undivided", "nl")[0]
        (again,) = measures.one_figure(warehouse, figure_id, "nl").records
        assert (again["text"], bool(again["formula"])) == (shown, True)
        (file,) = measures.files_of(warehouse, figure_id).to_dict("records")
        assert (file["first_day"] == pd.Timestamp("2019-05-15")) == ("OUTSIDE" in figure_id)


def test_what_no_day_can_show_is_said_where_there_is_no_chart_of_days(tmp_path: Path, monkeypatch):
    loaded(tmp_path, META.replace("Day,", "") + "2019-05-01,2019-05-31,A,1000,5000,5,1.50\n")
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path / "store"))
    st.cache_resource.clear()
    app = opened("bereik")
    assert not app.exception
    assert re.search(r"Niet per dag of week te tonen: .*5\.000", words(app))


def test_what_a_compared_period_and_the_targets_leave_out_is_said_with_their_days(tmp_path: Path):
    store, across = (
        tmp_path / "imports",
        META.replace("Day,", "") + "2019-04-15,2019-05-14,A,,100000,5,1.50\n",
    )
    warehouse = loaded(tmp_path, TWO_MONTHS, across)
    found = measures.left_out_of_campaign(warehouse, EVERYTHING)
    assert list(found.rows["text"]) == ["100.000"]
    may = measures.left_out(warehouse, replace(EVERYTHING, first="2019-05", last="2019-05"))
    for figure_id in [*found.rows["figure_id"], *may.of("impressions_outside").rows["figure_id"]]:
        (again,) = measures.one_figure(warehouse, figure_id, "nl").records
        assert (again["text"], bool(again["formula"])) == ("100.000", True)
        assert list(measures.files_of(warehouse, figure_id)["file"]) == ["1.csv"]  # and not the days of June
    receive(tmp_path / "0.csv", Store(store))
    receive(tmp_path / "1.csv", Store(store))
    june = {"van": "2019-06", "tot": "2019-06"}
    shown = words(opened("bereik", **june))
    assert "Niet meegeteld bij 1 mei 2019 - 31 mei 2019: 100.000 vertoningen" in shown
    assert shown.count("Niet meegeteld") == 1  # June leaves nothing out, and there is no target
    Store(store).set_target("impressions", 3000.0)
    assert "Niet meegeteld bij de doelen (23 april 2019" in words(opened("bereik", **june))


def test_what_is_left_out_without_impressions_is_said_without_a_number(tmp_path: Path):
    warehouse = loaded(tmp_path, META.replace("Day,", "") + "2019-05-01,2019-05-31,A,1000,,5,1.50\n")
    found = measures.left_out(warehouse, EVERYTHING)
    assert found.rows["value"].isna().all()
    assert stories.left_out(found, "undivided", "nl") == [
        "Niet per dag of week te tonen: cijfers uit exports zonder verdeling per dag."
    ]


def test_a_grouped_figure_opens_as_it_is_shown_whatever_it_is_grouped_by(examples: Warehouse):
    for by in GROUPINGS:
        for table in (measures.reach, measures.gains):
            rows = table(examples, replace(EVERYTHING, by=by)).rows.dropna(subset="value")
            for figure_id, words_ in zip(rows["figure_id"].head(12), rows["text"].head(12), strict=True):
                (opened_,) = measures.one_figure(examples, figure_id, "nl").records
                assert (opened_["figure_id"], opened_["text"]) == (figure_id, words_)
                assert len(measures.files_of(examples, figure_id))


def test_what_a_platform_does_not_tell_is_missing_and_no_zero(tmp_path: Path):
    warehouse = loaded(
        tmp_path, HEAD + "2019-05-01,A,Search,100,10,1.50,EUR\n2019-05-01,B,Display,100,--,--,EUR\n"
    )
    missing = value(warehouse, "clicked", "Google Ads, display, betaald")
    assert missing["text"] == "niet in de export [z]"
    assert pd.isna(missing["value"])


def survey_of(*groups: tuple[str, int, str]) -> str:
    rows = [(group, answer) for group, count, answer in groups for _ in range(count)]
    lines = [
        f'"{at}","2019-11-01 10:00:00","3","nl","{g}","{a}"\n' for at, (g, a) in enumerate(rows, start=1)
    ]
    return SURVEY + "".join(lines)


def test_a_group_under_five_has_no_figure_anywhere(tmp_path: Path):
    warehouse = loaded(
        tmp_path, survey_of(("vakbond", 4, "tevreden"), ("stad", 3, "tevreden"), ("stad", 2, "ontevreden"))
    )
    (table,) = measures.survey_tables(warehouse, EVERYTHING)
    assert set(table.at("vakbond").rows["status"]) == {Status.SUPPRESSED}
    # 3 of 5, Wilson: 0,2307 to 0,8824
    assert plain(stories.satisfied(table, "nl")) == (
        "stad: 60 % (23 % tot 88 %) tevreden of positief (n = 5); vakbond: te weinig antwoorden om te tonen."
    )
    hidden = table.at("vakbond").rows
    assert hidden["value"].isna().all()
    assert set(hidden["text"]) == {"[c]", "<\u00a05 [c]"}
    assert list(table.at("stad").rows["value"]) == [0, 2, 0, 3, 0, pytest.approx(0.6), 5]
    drawn = charts.diverging(table.rows)
    assert not any("vakbond" in (note.text or "") for note in drawn.layout.annotations)


def exported(tmp_path: Path, kind: str, lang: Lang = "nl") -> bytes:
    out = io.BytesIO()
    imports = Store(tmp_path / "store").loaded()
    write_outcomes(out, kind, imports, "1", lang, date(2026, 1, 1))
    return out.getvalue()


@pytest.mark.parametrize("word", ["", "[voorbeeld] "])
def test_a_group_under_five_leaves_in_no_file(tmp_path: Path, word: str):
    groups = (("vakbond", 3, "tevreden"), ("vakbond", 1, "neutraal"), ("stad", 6, "tevreden"))
    warehouse = loaded(tmp_path, survey_of(*((word + group, *told) for group, *told in groups)))
    told = pd.DataFrame(json.loads(exported(tmp_path, "json"))["rows"])
    small = told[told["audience"] == f"{word}vakbond"]
    assert sorted(small["metric"]) == ["answers", "responses"]  # and not how many scores it gave
    assert small[["value", "value_high", "answer"]].isna().all(axis=None)
    assert set(small["status"]) == {"demo" if word else "suppressed"}
    assert set(small["mark"]) == {"[c] [voorbeeld]" if word else "[c]"}
    assert set(told[told["audience"] == f"{word}stad"]["value"]) == {6}
    printed = pd.read_csv(io.BytesIO(exported(tmp_path, "csv")), sep=";")
    assert printed[printed["groep"] == f"{word}vakbond"]["waarde"].isna().all()
    shares = measures.survey_shares(warehouse, EVERYTHING).records
    seen = [(row["value"], row["period"]) for row in shares]  # else the other group follows from it
    assert seen == ([] if word else [(1, "Hoe tevreden? (0, stad)")])


@pytest.mark.parametrize(("lang", "named"), [("nl", "groep niet ingevuld"), ("en", "group not filled in")])
def test_who_left_the_group_open_is_not_everybody(tmp_path: Path, lang: Lang, named: str):
    few = survey_of(("stad", 6, "tevreden"), ("  ", 4, "ontevreden"))
    (hidden,) = measures.survey_tables(loaded(tmp_path / "few", few), Choice(editions=(), lang=lang))
    assert set(hidden.at(named).rows["status"]) == {Status.SUPPRESSED}
    assert hidden.at(named).rows["value"].isna().all()
    groups = survey_of(("stad", 6, "tevreden"), ("", 5, "ontevreden"))
    (table,) = measures.survey_tables(loaded(tmp_path, groups), Choice(editions=(), lang=lang))
    assert table.periods == [named, "stad", text("outcome.shown_groups", lang)]
    assert f"{named}: 0" in plain(stories.satisfied(table, lang))
    printed = pd.read_csv(io.BytesIO(exported(tmp_path, "csv", lang)), sep=";")
    assert set(printed[text("column.audience", lang)]) == {named, "stad"}
    file = tmp_path / "again.csv"
    file.write_text(groups, encoding="utf-8")
    receipt = receive(file, Store(tmp_path / "empty"), dry_run=True)
    assert set(first_rows(receipt, lang)[text("column.audience", lang)]) == {named, "stad"}


def test_a_survey_that_asks_for_no_group_is_of_everybody(tmp_path: Path):
    warehouse = loaded(tmp_path, survey_of(("", 6, "tevreden")).replace('"groep"', '"opmerking"'))
    (table,) = measures.survey_tables(warehouse, EVERYTHING)
    assert table.periods == ["alle groepen"]


TWO_QUESTIONS = SURVEY.strip().replace('"Hoe tevreden?"', '"Hoe tevreden?","Hoe nuttig?"')


def test_a_survey_fills_its_criterion_question_by_question_whenever_it_was_held(tmp_path: Path):
    lines = [TWO_QUESTIONS]
    groups = ("stad", 8, "tevreden", "neutraal"), ("vakbond", 12, "ontevreden", "tevreden")
    for group, count, *answers in groups:
        cells = '","'.join([group, *answers])
        lines += [f'"{at}","2020-02-01 10:00:00","3","nl","{cells}"' for at in range(count)]
    warehouse = loaded(tmp_path, "\n".join(lines) + "\n\n")
    shares = measures.survey_shares(warehouse, EVERYTHING)
    assert [(round(row["value"], 2), row["base"]) for row in shares.records] == [(0.6, "20"), (0.4, "20")]
    table = measures.survey_tables(warehouse, EVERYTHING)[1]
    assert table.periods == ["stad", "vakbond", "alle getoonde groepen"]
    rows = measures.criteria(warehouse, "nl", {}, shares.records).set_index("criterion_id")
    told = plain(rows.loc["stakeholder-survey", "figure"])
    assert (
        "Hoe nuttig? (0, alle getoonde groepen): 60 % (39 % tot 78 %) tevreden of positief (n = 20)" in told
    )
    assert (rows["state"] == "imported").sum() == 1
    found = measures.evidence(warehouse, "nl")
    assert list(found.rows["text"]) == list(shares.rows["text"])
    assert all("0" in files for files in found.rows["files"])
    counted = measures.counted(warehouse, "nl")
    lead = plain(stories.evidence(counted, "nl"))
    assert "van 4 is het cijfer niet gepubliceerd. Van 1 zijn er eigen ingevoerde cijfers." in lead
    for figure_id in shares.rows["figure_id"]:
        assert len(measures.one_figure(warehouse, figure_id, "en").rows) == 1


def test_answers_stand_to_both_sides_of_neutral(tmp_path: Path):
    counts = (("stad", 2, "ontevreden"), ("stad", 4, "neutraal"), ("stad", 2, "zeer tevreden"))
    (table,) = measures.survey_tables(loaded(tmp_path, survey_of(*counts)), EVERYTHING)
    bars = charts.diverging(table.rows).data
    assert [bar.ids[0] for bar in bars] == list(table.rows["figure_id"])[:5]
    assert [bar.base[0] for bar in bars] == pytest.approx([-0.5, -0.5, -0.25, 0.25, 0.25])
    assert [bar.x[0] for bar in bars] == pytest.approx([0, 0.25, 0.5, 0, 0.25])


@pytest.fixture
def examples(tmp_path: Path) -> Warehouse:
    store = Store(tmp_path / "examples")
    for file in write_demo(tmp_path / "demo"):
        assert receive(file, store).status == "imported"
    return open_warehouse(DATA, store.loaded())


def test_the_files_of_time_and_survey_carry_the_mark_of_an_example_and_their_source(examples: Warehouse):
    tables = [measures.over_time(examples, EVERYTHING)]
    tables += measures.survey_tables(examples, EVERYTHING)
    assert len(tables) == 4
    for table in tables:
        assert (table.rows["status"] == Status.DEMO).all()
        assert table.rows["text"].str.endswith("[voorbeeld]").all()
        named = {name for ids in table.rows["source_id"] for name in ids.split()}
        assert named == set(table.sources["source_id"])


def test_each_number_in_words_on_examples_carries_the_mark(examples: Warehouse):
    for table in measures.survey_tables(examples, EVERYTHING):
        told = stories.satisfied(table, "nl")
        said = [plain(told)[one.start : one.end] for one in mentions(told)]
        assert len(said) == 2 * told.count("(n = ") > 4  # the share and its base
        assert all(words.endswith("[voorbeeld]") for words in said)


def test_a_week_that_the_chosen_months_cut_is_another_figure(tmp_path: Path):
    warehouse = loaded(
        tmp_path, HEAD + "2019-05-31,A,Search,100,10,1.00,EUR\n2019-06-01,A,Search,70,7,1.00,EUR\n"
    )
    (whole,) = measures.over_time(warehouse, EVERYTHING).rows.to_dict("records")
    (june,) = measures.over_time(warehouse, Choice(editions=(), first="2019-06")).rows.to_dict("records")
    assert (whole["value"], june["value"]) == (170, 70)
    assert whole["figure_id"] == "IMP-GOOGLE_ADS-ALLE-ALLE-2019-05-27_2019-06-02-IMPRESSIONS"
    for row in (whole, june):
        opened_row = measures.one_figure(warehouse, row["figure_id"], "nl").rows
        assert list(opened_row["value"]) == [row["value"]]
        assert len(measures.files_of(warehouse, row["figure_id"])) == 1


def test_the_same_seed_gives_the_same_examples(tmp_path: Path):
    one, other = write_demo(tmp_path / "one"), write_demo(tmp_path / "other")
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]
    assert write_demo(tmp_path / "third", seed=1)[0].read_bytes() != one[0].read_bytes()
    assert all(file.name.startswith("voorbeeld-") for file in one)


def test_every_example_carries_its_mark_in_tables_charts_and_files(examples: Warehouse):
    table = measures.reach(examples, EVERYTHING)
    assert table.rows["value"].notna().sum() > 10
    chart = charts.ranked(table.of("impressions").rows)
    assert "[voorbeeld]" in {note.text for note in chart.layout.annotations}
    assert measures.imported_totals(examples, "nl") == {}
    assert table.rows["text"].str.endswith("[voorbeeld]").all()
    assert measures.reach(examples, Choice(editions=(), examples=False)).rows.empty


def test_the_bundled_examples_are_the_demo_exports_as_the_importers_read_them(examples: Warehouse):
    bundled = open_warehouse(DATA, Store(DATA / "demo").loaded())
    for measure in (measures.reach, measures.gains, measures.videos):
        pd.testing.assert_frame_equal(measure(bundled, EVERYTHING).rows, measure(examples, EVERYTHING).rows)


def test_the_first_real_import_retires_the_examples(tmp_path: Path, monkeypatch):
    st.cache_resource.clear()
    assert "[voorbeeld]" in words(opened("bereik"))
    assert "Voorbeeldcijfers" in words(opened("bevraging"))
    file = tmp_path / "real.csv"
    file.write_text(HEAD + "2019-05-01,A,Search,100,10,1.50,EUR\n", encoding="utf-8")
    receive(file, Store(tmp_path / "imports"))
    page = opened("bereik")
    assert not page.toggle  # nothing is left to show or hide
    text = words(page)
    assert "Google Ads, zoeken, betaald" in text
    assert "Voorbeeldcijfers" not in text
    assert "Geen kanaal in deze keuze meldt vertoningen, klikken en conversies alle drie." in text
    assert "Geen kanaal in deze keuze meldt videoweergaven." in text
    assert "Er is nog geen bevraging ingevoerd" in words(opened("bevraging"))


def test_an_imported_series_across_the_break_says_that_it_cannot_be_compared(tmp_path: Path):
    one = "inschrijvingen;2018-2019;21.000;unieke studenten;AHOVOKS\n"
    filled_in(tmp_path, one + one.replace("2018-2019;21.000", "2019-2020;23.000"))
    told = words(opened("instroom"))
    said = told.split("(ingevoerd, AHOVOKS): 21.000", 1)[1][:400]
    assert "niet zonder meer te vergelijken" in said


def test_examples_can_be_hidden_and_forbidden(monkeypatch):
    assert "Voorbeeldcijfers" not in words(opened("bereik", voorbeeld="nee"))
    monkeypatch.setenv("LKDASH_DEMO", "0")
    text = words(opened("bereik"))
    assert "Voorbeeldcijfers" not in text
    assert "Voor deze keuze zijn er geen ingevoerde cijfers." in text


X_ACTIVITY = (EXPORTS / "x_activity_2019.csv").read_text(encoding="utf-8")


def test_the_evidence_has_totals_and_each_channel_with_its_import(tmp_path: Path):
    warehouse = loaded(
        tmp_path,
        HEAD + "2019-05-01,A,Search,90000,900,1.50,EUR\n2019-05-01,B,Display,80000,80,1.50,EUR\n",
        X_ACTIVITY,
    )
    table = measures.evidence(warehouse, "nl")
    clicks = table.of("clicked").rows
    total, *channels = clicks["value"]
    assert total == sum(channels)
    assert set(clicks["period"][1:]) == {
        "X, organisch",
        "X, betaald",
    }  # clicks on social media, not in Google
    assert set(clicks["files"]) == {"1.csv (ingevoerd op 2 januari 2026)"}
    for row in table.rows.to_dict("records"):
        assert set(row["source_id"].split()) <= set(table.sources["source_id"])
        assert list(measures.one_figure(warehouse, row["figure_id"], "nl").rows["text"]) == [row["text"]]


def test_imported_totals_fill_the_board_and_examples_never_do(tmp_path: Path, examples: Warehouse):
    assert "12.345" not in words(opened("evaluatie"))
    assert "Ingevoerde cijfers per kanaal" not in words(opened("evaluatie"))
    assert measures.evidence(examples, "nl").rows.empty
    assert set(measures.criteria(examples, "nl")["state"]) == {"reference", "unpublished"}
    file = tmp_path / "real.csv"
    later = "2019-11-01,2019-11-01,A,2019-11-01,10,20,7777,1.50\n"  # after the campaign
    file.write_text(
        META + "2019-05-01,2019-05-01,A,2019-05-01,900,90000,12345,1.50\n" + later, encoding="utf-8"
    )
    receive(file, Store(tmp_path / "imports"))
    text = words(opened("evaluatie"))
    assert "12.345" in text
    assert "20.122" not in text
    assert "(alles wat over de maanden van de campagne is ingevoerd, samen)" in text
    assert "Meta, betaald" in text
    assert "real.csv (ingevoerd op " in text


def test_imported_counts_fill_the_criterion_that_public_ones_speak_to(tmp_path: Path):
    filled_in(tmp_path, COUNTS)
    data = open_warehouse(DATA, Store(tmp_path / "imports").loaded())
    rows = measures.criteria(data, "nl").set_index("criterion_id")
    assert rows["state"].to_dict()["enrolments"] == "imported"
    told = plain(rows.loc["enrolments", "figure"])
    assert told.startswith("Inschrijvingen per opleiding (ingevoerd, AHOVOKS): 23.456 (")
    assert "22.947 (2019-2020)" in told
    assert rows.loc["entrance-test", "state"] == "reference"
    board = stories.board(measures.expectations(data, "nl"), measures.criteria(data, "nl"), "nl")
    counted = board[board["criterion_id"] == "enrolments"]
    assert set(counted["state"]) == {"ingevoerde en openbare tellingen, niet van de campagne"}
    assert not board["filled"].any()
    table = measures.criteria_table(data, rows.reset_index(), measures.evidence(data, "nl"), "2019", "nl")
    assert 23456 in set(table.rows["value"])
    assert "AHOVOKS (sjabloon.csv), 2019-2020" in words(opened("evaluatie"))


def test_tables_of_words_have_files_with_a_status_in_each_row(tmp_path: Path, warehouse: Warehouse):
    actions = measures.actions(warehouse, "nl")
    acted = measures.action_table(warehouse, actions, "nl")
    found = measures.evidence(warehouse, "nl")
    criteria = measures.criteria(warehouse, "nl")
    board = stories.board(measures.expectations(warehouse, "nl"), criteria, "nl")
    tables = [
        acted,
        measures.board_table(warehouse, board, "2019", "nl"),
        measures.criteria_table(warehouse, criteria, found, "2019", "nl"),
    ]
    for table in tables:
        assert table.rows["figure_id"].is_unique
        assert set(table.rows["source_id"]) <= set(table.sources["source_id"])
        told = colophon("Titel", [table], EVERYTHING, "1", date(2026, 1, 1))
        for kind in KINDS:
            out = io.BytesIO()
            write_table(out, kind, table, told)
            assert out.getvalue()
    said = acted.rows.set_index("figure_id")[["status", "text"]]
    assert list(said.loc["ACT-LAUNCH"]) == ["final", "23 april 2019"]
    assert list(said.loc["ACT-WEBSITE"]) == [
        "unavailable",
        "tijdens de campagne, geen datum in de bron [z]",
    ]
    words_ = tables[2].rows.set_index("figure_id").loc["EVA-CLICKS", "text"]
    assert words_.startswith("criterium bekend, cijfer niet gepubliceerd; wie het zou hebben: Onderwijs")


def test_a_source_line_names_a_platform_once_and_says_in_short_what_is_missing(tmp_path: Path):
    warehouse = loaded(
        tmp_path,
        HEAD + "2019-05-01,A,Search,1000,50,5.00,EUR\n2019-05-01,B,Video,500,9,1.00,EUR\n",
        X_ACTIVITY,
    )
    line = source_line(measures.reach(warehouse, EVERYTHING), "nl")
    assert line == (
        "Bron: Export van X (tweets 2015-2019) (ingevoerd op 2 januari 2026); "
        "Export van Google Ads (ingevoerd op 1 januari 2026). "
        "Status: definitief; in een deel van de tabel geen cijfer: keer gedeeld."
    )
    told = colophon("Titel", [measures.reach(warehouse, EVERYTHING)], EVERYTHING, "1", date(2026, 1, 1))
    assert told.sources[1] == "Export van Google Ads (ingevoerd op 1 januari 2026)"


def test_our_own_words_speak_of_klikken(warehouse: Warehouse):
    assert not any("kliks" in words_ for words_ in all_texts("nl").values())
    assert "Aantal klikken" in " ".join(measures.criteria(warehouse, "nl")["text"])
    assert "kliks" not in " ".join(str(reason) for reason in warehouse.query("rules")["reason_nl"])


TEMPLATE = "reeks;periode;aantal;wat is geteld;bron\n"
COUNTS = """inschrijvingen;2019-2020;21.000;unieke studenten;AHOVOKS
inschrijvingen;2019-2020;23.456;inschrijvingen per opleiding;AHOVOKS
werkzoekenden;2019;901;stand juni;VDAB
"""


def filled_in(tmp_path: Path, rows: str, name: str = "sjabloon.csv") -> None:
    st.cache_resource.clear()
    file = tmp_path / name
    file.write_text(TEMPLATE + rows, encoding="utf-8")
    assert receive(file, Store(tmp_path / "imports")).status == "imported"


def test_imported_counts_stand_beside_the_public_count_of_the_same_thing(tmp_path: Path):
    filled_in(tmp_path, COUNTS)
    app = opened("instroom")
    text = words(app)
    assert "Inschrijvingen per opleiding (ingevoerd, AHOVOKS): 23.456 in 2019-2020." in text
    assert "Ingevoerd, zonder openbare telling" not in text
    (six,) = [table for table in tables(app) if "23.456" in table.to_csv()]
    assert list(six["waarde"]) == ["22.947", "23.456", "21.000"]
    assert all(cell.startswith("AHOVOKS (sjabloon.csv), ") for cell in list(six["uitgever"])[1:])
    drawn = [json.loads(chart.proto.spec)["data"] for chart in app.get("plotly_chart")]
    (bars,) = [[trace for trace in data if trace["type"] == "bar"] for data in drawn if "23.456" in str(data)]
    assert [trace["y"] for trace in bars] == [[22947], [23456], [21000]]
    assert len({trace["marker"]["color"] for trace in bars}) == 3
    assert len({trace["marker"]["pattern"]["shape"][0] for trace in bars}) == 3
    assert len({trace["name"] for trace in bars}) == 3


EACH_COUNT = {
    "inschrijvingen": ("Inschrijvingen in de zes trajecten naar een lerarendiploma", "22.947"),
    "studenten": ("Studenten in de lerarenopleidingen van hogescholen", "21.037"),
    "gestarte studenten": ("Gestarte studenten in de lerarenopleiding", "10.167"),
    "studiestarters": ("Studiestarters in de lerarenopleidingen van hogescholen", "9.773"),
    "generatiestudenten": ("Generatiestudenten", ""),
    "instaptoets geregistreerd": ("Geregistreerde geïnteresseerden voor de instaptoets", "7.605"),
    "instaptoets afgerond": ("Instaptoets volledig afgerond", "6.770"),
    "instaptoets": ("Deelnemers aan de instaptoets", ""),
    "werkzoekenden": ("Werkzoekenden via VDAB in opleiding tot leerkracht", "863"),
}


def test_each_imported_count_has_the_chart_of_what_counts_the_same_or_one_of_its_own(tmp_path: Path):
    names = list(EACH_COUNT)
    filled_in(tmp_path, "".join(f"{name};2020-2021;{at}11;;AHOVOKS\n" for at, name in enumerate(names, 1)))
    app = opened("instroom")
    titles = [title.value for title in app.subheader]
    charts = [chart.proto.spec for chart in app.get("plotly_chart")]
    for at, name in enumerate(names, 1):
        title, public = EACH_COUNT[name]
        assert title in titles
        (chart,) = [spec for spec in charts if f": {at}11" in spec]
        assert public in chart
        others = [number for number in range(1, len(names) + 1) if number != at]
        assert not any(f": {other}11" in chart for other in others)
        (table,) = [csv for own in tables(app) if f",{at}11," in (csv := own.to_csv())]
        assert public in table


def test_an_imported_count_without_a_public_series_speaks_to_its_criterion(tmp_path: Path):
    filled_in(tmp_path, "generatiestudenten;2019-2020;4.321;;AHOVOKS\ninstaptoets;2019;567;;AHOVOKS\n")
    data = open_warehouse(DATA, Store(tmp_path / "imports").loaded())
    rows = measures.criteria(data, "nl").set_index("criterion_id")
    assert "Generatiestudenten (ingevoerd, AHOVOKS): 4.321" in plain(rows.loc["enrolments", "figure"])
    assert "567" in plain(rows.loc["entrance-test", "figure"])
    assert set(rows.loc[["enrolments", "entrance-test"], "state"]) == {"imported"}


def test_an_imported_count_is_a_row_of_its_own_in_the_file_with_its_import_as_source(tmp_path: Path):
    filled_in(tmp_path, COUNTS)
    data = open_warehouse(DATA, Store(tmp_path / "imports").loaded())
    rows = measures.imported_series(data, EVERYTHING)
    table = measures.reference_table(data, "intake_jobseekers", "nl", "jobseekers")
    both = measures.with_imported(table, rows[rows["metric"] == "job_seekers_in_training"], "nl")
    assert list(both.rows["value"]) == [317, 863, 901]
    assert both.sources["title"].iloc[-1].startswith("VDAB (sjabloon.csv), ingevoerd op ")


def test_a_newer_count_replaces_only_the_same_count(tmp_path: Path):
    filled_in(tmp_path, COUNTS)
    filled_in(tmp_path, "inschrijvingen;2019-2020;24.000;inschrijvingen per opleiding;AHOVOKS\n", "nieuw.csv")
    rows = measures.imported_series(open_warehouse(DATA, Store(tmp_path / "imports").loaded()), EVERYTHING)
    assert sorted(rows["value"]) == [901, 21000, 24000]


def test_a_made_up_count_stands_beside_no_real_figure(tmp_path: Path):
    filled_in(tmp_path, "werkzoekenden;2019;901;[voorbeeld] stand juni;VDAB\n")
    app = opened("instroom")
    assert "Deze ingevoerde cijfers zijn verzonnen voorbeelden." in words(app)
    (table,) = [csv for table in tables(app) if "901" in (csv := table.to_csv())]
    assert "[voorbeeld]" in table
    assert "863" not in table
    assert "901 [voorbeeld] in 2019" in words(app)
    (chart,) = [c.proto.spec for c in app.get("plotly_chart") if "901 [voorbeeld]" in c.proto.spec]
    assert "[voorbeeld]" in {note["text"] for note in json.loads(chart)["layout"]["annotations"]}
    assert "901" not in words(opened("instroom", voorbeeld="nee"))


TWO_MONTHS = HEAD + "2019-05-10,A,Search,1000,100,50.00,EUR\n2019-06-10,A,Search,500,20,10.00,EUR\n"


def test_the_chosen_months_alone_count(tmp_path: Path):
    warehouse = loaded(tmp_path, TWO_MONTHS)
    assert measures.months(warehouse) == ["2019-05", "2019-06"]
    june = Choice(editions=(), first="2019-06", last="2019-06")
    rows = measures.reach(warehouse, june).of("impressions").rows
    assert list(rows["value"]) == [500]


def test_two_periods_stand_side_by_side(tmp_path: Path):
    warehouse = loaded(tmp_path, TWO_MONTHS)
    june = Choice(editions=(), first="2019-06", last="2019-06")
    table = measures.periods_compared(warehouse, june)
    assert table.periods == ["1 mei 2019 - 31 mei 2019", "1 juni 2019 - 30 juni 2019"]
    assert list(table.of("click_rate").rows["text"]) == [
        "10,00 % (8,29 % tot 12,02 %)",
        "4,00 % (2,60 % tot 6,10 %)",
    ]
    assert measures.periods_compared(warehouse, EVERYTHING).rows.empty
    july = replace(june, against="2019-07")
    assert "niets ingevoerd" in stories.periods(measures.periods_compared(warehouse, july), "nl")
    assert "niets ingevoerd" not in stories.periods(table, "nl")


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2019-05", "2019-06", ("2019-03", "2019-04")),
        ("2020-01", "2020-03", ("2019-10", "2019-12")),
        ("2020-03", "2020-01", None),
        ("", "2020-01", None),
    ],
)
def test_the_period_before_is_as_many_months(first: str, last: str, before: tuple[str, str] | None):
    assert Choice(editions=(), first=first, last=last).other_months == before


def test_two_periods_of_the_readers_choice_are_as_long_and_stand_in_time(tmp_path: Path):
    chosen = Choice(editions=(), first="2019-05", last="2019-06", against="2019-09")
    assert chosen.other_months == ("2019-09", "2019-10")
    assert replace(chosen, against="2019-05").other_months == ("2019-03", "2019-04")  # never with itself
    assert Choice.from_params(chosen.params(), (), "") == chosen
    warehouse = loaded(tmp_path, TWO_MONTHS)
    may = Choice(editions=(), first="2019-05", last="2019-05", against="2019-06")
    table = measures.periods_compared(warehouse, may)
    assert table.periods == ["1 mei 2019 - 31 mei 2019", "1 juni 2019 - 30 juni 2019"]
    assert list(table.of("impressions").rows["value"]) == [1000, 500]


def test_a_month_in_the_address_is_a_month_or_nothing():
    params = {"van": "2019-05", "tot": "2019-13", "groep": "dag"}
    choice = Choice.from_params(params, (), "")
    assert (choice.first, choice.last, choice.grain) == ("2019-05", "", "day")
    assert Choice.from_params(choice.params(), (), "") == choice


def test_a_target_has_a_pace_and_may_be_taken_back(tmp_path: Path):
    store = Store(tmp_path / "store")
    store.set_target("impressions", 3000.0)
    store.set_target("cost", 100.0)
    store.set_target("cost", None)
    assert Store(tmp_path / "store").targets() == {"impressions": 3000.0}
    warehouse = loaded(tmp_path, TWO_MONTHS)
    (row,) = measures.pacing(warehouse, store.targets(), EVERYTHING).to_dict("records")
    assert row["part"] == pytest.approx(0.5)
    assert row["expected"] == pytest.approx(49 / 166)  # 23 April to 10 June, of 23 April to 5 October
    (gone,) = measures.days_gone(warehouse, EVERYTHING).records
    (again,) = measures.one_figure(warehouse, gone["figure_id"], "nl").records
    assert (again["text"], again["value"]) == ("30 %", row["expected"])
    with pytest.raises(Refusal):
        Store(tmp_path / "store", bound_to="0.0.0.0").set_target("cost", 1.0)


def test_the_pace_counts_the_days_that_what_was_reached_covers(tmp_path: Path):
    month = META.replace("Day,", "") + "2019-05-01,2019-05-31,A,1000,30000,5,1.50\n"
    day = HEAD + "2019-04-23,A,Search,1000,100,50.00,EUR\n"
    warehouse = loaded(tmp_path, month, day)
    (row,) = measures.pacing(warehouse, {"impressions": 100_000.0}, EVERYTHING).to_dict("records")
    assert row["part"] == pytest.approx(0.31)
    assert row["expected"] == pytest.approx(39 / 166)  # 23 April to 31 May


def test_a_target_that_is_no_number_is_one_sentence(tmp_path: Path):
    st.cache_resource.clear()
    st.config.set_option("server.address", "127.0.0.1")
    app = opened("bereik")
    app.text_input(key="target_value").set_value("veel").run()
    save = next(button for button in app.button if button.label == "Bewaar doel")
    save.click().run()
    assert [error.value.replace("\\", "") for error in app.error] == [
        "'veel' is geen geheel getal. Schrijf bijvoorbeeld 250.000."
    ]
    app.text_input(key="target_value").set_value("250.000").run()
    next(button for button in app.button if button.label == "Bewaar doel").click().run()
    assert Store(tmp_path / "imports").targets() == {"impressions": 250000.0}


def test_a_table_of_all_together_names_the_exports_that_tell_its_figures_and_no_other(examples: Warehouse):
    choice = replace(EVERYTHING, by="whole")
    shown, gained = (
        set(table.sources["publisher"])
        for table in (measures.reach(examples, choice), measures.gains(examples, choice))
    )
    assert shown == {"Google Ads", "Meta Ads", "X (tweets 2015-2019)"}
    assert gained == {"Google Ads", "Meta Ads", "Universal Analytics"}
    (rate,) = measures.reach(examples, choice).rows.query("measure == 'frequency'")["source_id"]
    assert rate == "imports-Meta-Ads"
