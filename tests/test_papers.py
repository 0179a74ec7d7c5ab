"""Any figure on any page opens by its id, and what it rests on is what its arithmetic uses."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from lkdash import measures, stories
from lkdash.contracts import Choice, Table
from lkdash.db import Warehouse, empty_connection, open_warehouse
from lkdash.exports.catalogue import TABLES
from lkdash.importers import receive
from lkdash.measures.imported import imported_sums
from lkdash.measures.imported_ids import months_code, parsed, slug
from lkdash.measures.opened_imports import imported_tables
from lkdash.store import Store
from lkdash.ui.shown import places
from tests.conftest import DATA
from tests.test_outcomes import HEAD, META, loaded
from tests.test_pages import linked_figures, opened, words

WHOLE = Choice(editions=("2017", "2018", "2019", "2020", "2021"), edition="2020")
JUNE = replace(WHOLE, first="2019-06", last="2019-06")
TEMPLATE = "reeks;periode;aantal;wat is geteld;bron\n"


@pytest.fixture(scope="module")
def shown() -> Warehouse:
    """The bundled data with the examples, as a reader first sees it."""
    return open_warehouse(DATA, Store(DATA / "demo").loaded())


def tables(warehouse: Warehouse, choice: Choice) -> Iterator[Table]:
    """Every table of figures that a page shows."""
    yield from (entry.table(warehouse, choice) for entry in TABLES.values())
    yield measures.channels(warehouse, replace(choice, relative=True))
    yield measures.channel_parts(warehouse, choice)
    yield measures.periods_compared(warehouse, choice)
    yield from imported_tables(warehouse, choice)
    yield measures.over_time(warehouse, replace(choice, by="week"))
    yield from measures.survey_tables(warehouse, choice)
    yield measures.reference_table(warehouse, "references", choice.lang)


def ids(table: Table) -> list[str]:
    return list(table.rows["figure_id"]) if len(table.rows) else []


def test_every_figure_of_every_table_opens_as_it_is_shown(shown: Warehouse):
    everything = [*tables(shown, WHOLE), *imported_tables(shown, JUNE), measures.over_time(shown, JUNE)]
    everything += [measures.every_figure(shown, "nl", origin=origin) for origin in ("published", "computed")]
    told = {row["figure_id"]: row["text"] for table in everything for row in table.rows.to_dict("records")}
    assert len(told) > 350
    for figure_id, shown_as in told.items():
        rows = measures.one_figure(shown, figure_id, "nl").rows.to_dict("records")
        assert [(row["figure_id"], row["text"]) for row in rows] == [(figure_id, shown_as)]


@pytest.mark.parametrize(
    "figure_id", ["LK-2020-BIB", "REF-2016-BVR", "IMP-VB-GOOGLE_ADS-SEARCH-BET-HEEL-CLICK_RATE"]
)
def test_a_figure_opens_in_both_languages(shown: Warehouse, figure_id: str):
    labels = [measures.one_figure(shown, figure_id, lang).rows["label"].item() for lang in ("nl", "en")]
    assert labels[0] != labels[1]


@pytest.mark.parametrize(
    "figure_id", ["LK-1999-BIB", "REF-1", "IMP-", "IMP-X-ALLE-BET-HEEL-CLICKED", "", "'; drop"]
)
def test_an_unknown_id_opens_nothing(shown: Warehouse, figure_id: str):
    assert measures.one_figure(shown, figure_id, "nl").rows.empty
    assert measures.inputs_of(shown, figure_id, "nl").rows.empty
    assert measures.files_of(shown, figure_id).empty


def test_no_two_figures_of_all_tables_share_an_id(tmp_path: Path):
    warehouse = loaded(
        tmp_path,
        HEAD + "2019-05-01,A,Search,1000,100,50.00,EUR\n2019-06-10,A,Search,500,20,10.00,EUR\n",
        META + "2019-05-01,2019-05-03,A,2019-05-01,40,90,5,1.50\n",
        HEAD + "2019-05-01,B,Cross-network,100,10,1.50,EUR\n2019-05-01,C,Cross network,99,9,1.40,EUR\n",
        TEMPLATE
        + "inschrijvingen;2019-2020;1.234;per opleiding;AHOVOKS\n"
        + "inschrijvingen;2019-2020;1.200;per student;AHOVOKS\n",
    )
    told: dict[str, str] = {}
    for choice in (WHOLE, JUNE, replace(WHOLE, first="2019-05", last="2019-05")):
        for table in imported_tables(warehouse, choice):
            for row in table.rows.to_dict("records"):
                assert told.setdefault(row["figure_id"], row["text"]) == row["text"], row["figure_id"]
    assert len({figure_id for figure_id in told if figure_id.endswith("ENROLMENTS")}) == 2
    costs = {figure_id for figure_id in told if "CROSS_NETWORK" in figure_id and figure_id.endswith("-COST")}
    assert len(costs) == 4
    assert "IMP-GOOGLE_ADS-SEARCH-BET-2019-06-CLICK_RATE" in told


def test_paid_and_organic_and_two_periods_are_different_figures(shown: Warehouse):
    whole, june = (set(ids(measures.reach(shown, choice))) for choice in (WHOLE, JUNE))
    assert whole
    assert june
    assert not whole & june
    assert all(figure_id.startswith("IMP-VB-") for figure_id in whole | june)


def test_an_id_says_its_months():
    for first, last in (
        ("", ""),
        ("2019-05", "2019-05"),
        ("2019-05", "2019-06"),
        ("2019-05", ""),
        ("", "2019-06"),
    ):
        asked = parsed(f"IMP-META-ALLE-BET-{months_code(first, last)}-REACH")
        assert asked is not None
        assert (asked.first, asked.last, asked.metric, asked.channel) == (
            first,
            last,
            "reach",
            "META-ALLE-BET",
        )


def test_words_that_capitals_cannot_tell_apart_keep_their_difference():
    assert slug("performance_max") == "PERFORMANCE_MAX"
    assert (
        len({slug("Cross-network"), slug("Cross network"), slug("cross_network"), slug("é"), slug("è")}) == 5
    )


# Each computed measure from its inputs, written by hand from the words of its formula.
def ratio(one: float, other: float) -> float:
    return one / other


def less(whole: float, *parts: float) -> float:
    return whole - sum(parts)


ARITHMETIC: dict[str, Callable[..., float]] = {
    "share_recomputed": ratio,
    "share_difference": lambda a, b: 100 * (a - b),
    "cards_home": lambda a, b: a + b,
    "home_share": lambda a, b, made: (a + b) / made,
    "cards_unattributed": less,
    "cards_not_in_possession": less,
    "cards_sent_to_library": less,
    "library_pickup_share": ratio,
    "share_total": ratio,
    "disruption_effect": lambda share, *n: 100 * (share - sum(n[: len(n) // 2]) / sum(n[len(n) // 2 :])),
    "change_share_with_card": lambda a, b: 100 * (a - b),
}


def arithmetic(measure: str) -> Callable[..., float]:
    if measure in measures.cards.COUNTS:
        return lambda *parts: sum(parts)
    by_kind = {"change": less, "growth": ratio, "part": ratio}
    return ARITHMETIC.get(measure) or by_kind[measure.split("_")[0]]


def test_a_computed_figure_follows_from_the_inputs_that_are_named(warehouse: Warehouse):
    rows = measures.every_figure(warehouse, "nl", origin="computed").rows
    assert len(rows) > 80
    for row in rows.to_dict("records"):
        inputs = measures.inputs_of(warehouse, row["figure_id"], "nl").rows
        assert len(inputs) >= 2, row["figure_id"]
        if pd.isna(row["value"]):
            assert inputs["value"].isna().any(), row["figure_id"]
            continue
        assert row["value"] == pytest.approx(arithmetic(row["measure"])(*inputs["value"])), row["figure_id"]


def leaves(inputs: dict[str, set[str]], figure_id: str) -> set[str]:
    """The published figures at the bottom of what a figure rests on."""
    if figure_id not in inputs:
        return {figure_id}
    return set().union(*(leaves(inputs, part) for part in inputs[figure_id]))


def test_the_inputs_named_are_the_ones_that_the_arithmetic_uses():
    """Change each published cell in turn: the computed figures that move are those that name it."""
    con = empty_connection()
    for name in ("cards", "measures", "events"):
        con.execute(f"insert into {name} by name from read_parquet('{DATA / name}.parquet')")
    named: dict[str, set[str]] = {}
    for figure_id, part in con.execute("select figure_id, input_id from figure_inputs").fetchall():
        named.setdefault(figure_id, set()).add(part)
    values = "select figure_id, value from figures where origin = 'computed'"
    before = dict(con.execute(values).fetchall())
    cells = con.execute("select figure_id from cards where value is not null").fetchall()
    for (cell,) in cells:
        con.execute("begin")
        con.execute("update cards set value = value * 1.37 where figure_id = ?", [cell])
        after = dict(con.execute(values).fetchall())
        con.execute("rollback")
        moved = {figure_id for figure_id, value in after.items() if value != before[figure_id]}
        assert moved == {f for f in named if cell in leaves(named, f) and before[f] is not None}, cell
    assert len(cells) == 27


def test_who_uses_a_figure_is_the_other_side_of_its_inputs(shown: Warehouse):
    imported = [figure_id for table in imported_tables(shown, WHOLE) for figure_id in ids(table)]
    pairs = {
        (figure_id, part)
        for figure_id in imported
        for part in ids(measures.inputs_of(shown, figure_id, "nl"))
    }
    used = {(user, part) for part in imported for user in ids(measures.users_of(shown, part, "nl"))}
    assert len(pairs) > 20
    for origin in ("published", "computed"):
        for figure_id in ids(measures.every_figure(shown, "nl", origin=origin)):
            related = shown.query("figure_inputs", figure=figure_id)
            pairs |= {(figure_id, part) for part in related[related["role"] == "input"]["figure_id"]}
            used |= {(user, figure_id) for user in related[related["role"] == "user"]["figure_id"]}
    assert len(pairs) > 200
    assert pairs == used


def test_a_rate_of_an_import_follows_from_its_inputs(shown: Warehouse):
    per = {"cost_per_thousand": 1000.0}
    rated = 0
    for table in imported_tables(shown, WHOLE):
        for row in table.rows.to_dict("records"):
            inputs = measures.inputs_of(shown, row["figure_id"], "nl").rows
            if inputs.empty or pd.isna(row["value"]):
                continue
            if row["measure"].startswith("pairs"):  # counted one by one
                assert row["value"] == len(inputs), row["figure_id"]
                continue
            if "-TRECHTER-" in row["figure_id"]:
                assert row["value"] == inputs["value"].sum(), row["figure_id"]
                continue
            one, other = inputs["value"]
            if row["measure"] == "frequency":  # the least: by the most people that it can be
                assert row["value"] == pytest.approx(one / people_most(inputs["text"].iloc[1]))
                continue
            differ = row["measure"] == "click_rate_difference"
            follows = 100 * (one - other) if differ else per.get(row["measure"], 1.0) * one / other
            assert row["value"] == pytest.approx(follows), row["figure_id"]
            rated += 1
    assert rated > 8


def test_a_rate_of_what_no_row_tells_together_says_so_and_names_nothing(tmp_path: Path):
    rows = "2019-05-01,A,Display,4000,--,8.00,EUR\n2019-05-02,A,Display,1000,5,--,EUR\n"
    warehouse = loaded(tmp_path, HEAD + rows + "2019-05-01,B,Search,100,5,1.00,EUR\n")
    told = measures.gains(warehouse, WHOLE).of("cost_per_click").records
    (cost,) = [row for row in told if pd.isna(row["value"])]
    assert cost["text"] == "niet in dezelfde rij gemeld [z]"
    assert measures.inputs_of(warehouse, cost["figure_id"], "nl").rows.empty
    clicked = cost["figure_id"].replace("COST_PER_CLICK", "CLICKED")
    assert cost["figure_id"] not in ids(measures.users_of(warehouse, clicked, "nl"))


def test_a_share_of_a_survey_names_the_answers_that_it_is_of(shown: Warehouse):
    shares = [
        row for table in measures.survey_tables(shown, WHOLE) for row in table.of("satisfaction").records
    ]
    told = [row for row in shares if not pd.isna(row["value"])]
    assert len(told) < len(shares)  # a small group names nothing
    for row in shares:
        inputs = measures.inputs_of(shown, row["figure_id"], "nl").rows
        assert len(inputs) == (0 if pd.isna(row["value"]) else 3)
        for part in inputs["figure_id"]:
            assert row["figure_id"] in ids(measures.users_of(shown, part, "nl"))
    for row in told:
        positive, very_positive, base = measures.inputs_of(shown, row["figure_id"], "nl").rows["value"]
        assert row["value"] == pytest.approx((positive + very_positive) / base)


def test_a_total_of_the_evaluation_names_the_platforms_that_it_adds_up(tmp_path: Path):
    google = HEAD.replace("Cost", "Conversions,Cost") + "2019-05-06,A,Search,1000,10,2,1.50,EUR\n"
    web = "date,label,nb_uniq_visitors,nb_visits,nb_actions,nb_conversions\n2019-05-06,Google,5,9,30,7\n"
    warehouse = loaded(tmp_path, google, web)
    (total,) = imported_sums(warehouse, "nl").records
    assert (total["text"], total["value_high"]) == ("tussen 7 en 9", 9)
    assert total["formula"].startswith("van het platform met de meeste")
    inputs = measures.inputs_of(warehouse, total["figure_id"], "nl").rows
    assert sorted(inputs["value"]) == [2, 7]
    for part in inputs["figure_id"]:
        assert total["figure_id"] in ids(measures.users_of(warehouse, part, "nl"))


def test_a_step_of_the_funnel_rests_on_the_files_of_its_channels_alone(tmp_path: Path):
    google = HEAD.replace("Cost", "Conversions,Cost") + "2019-05-06,A,Search,1000,10,2,1.50,EUR\n"
    warehouse = loaded(tmp_path, google, META + "2019-05-01,2019-05-01,B,2019-05-01,500,3000,30,1.50\n")
    (step,) = measures.funnel(warehouse, WHOLE).of("impressions").records
    assert (step["value"], "alle drie" in step["formula"]) == (1000, True)
    assert list(measures.files_of(warehouse, step["figure_id"])["file"]) == ["0.csv"]


def test_imported_evidence_names_the_page_of_the_evaluation(tmp_path: Path):
    one = HEAD.replace("Cost", "Conversions,Cost") + "2019-05-06,A,Search,1000,10,2,1.50,EUR\n"
    data = loaded(tmp_path, one)
    choice = Choice(editions=())
    figures = measures.evidence(data, "nl").rows["figure_id"]
    assert len(figures) > 1
    for name in figures:
        (row,) = measures.one_figure(data, name, "nl").records
        assert "/evaluatie" in {address.split("?")[0] for _, address in places(data, row, choice)}, name


def people_most(words: str) -> float:
    """'tussen 1.200 en 3.400 [voorbeeld]' → 3400."""
    return float(re.findall(r"[\d.]+", words)[-1].replace(".", ""))


def test_a_rate_that_counts_with_a_part_names_that_part_and_shows_where_it_comes_from(tmp_path: Path):
    rows = "2019-05-01,A,Search,1000,10,5.00,EUR\n2019-05-01,A,Search,9000,--,20.00,EUR\n"
    meta = META + "2019-05-01,2019-05-01,B,2019-05-01,500,3000,30,1.50\n"
    warehouse = loaded(tmp_path, HEAD + rows, meta)
    channel = "IMP-GOOGLE_ADS-SEARCH-BET-HEEL-"
    inputs = measures.inputs_of(warehouse, f"{channel}CLICK_RATE", "nl")
    assert ids(inputs) == [f"{channel}CLICKED", f"{channel}SHOWN_OF_CLICKED"]
    assert list(inputs.rows["text"]) == ["10", "1.000"]
    assert list(inputs.rows["label"])[1] == "Vertoningen van wat klikken meldt"
    assert ids(measures.users_of(warehouse, f"{channel}SHOWN_OF_CLICKED", "nl")) == [f"{channel}CLICK_RATE"]
    assert ids(measures.users_of(warehouse, f"{channel}IMPRESSIONS", "nl")) == [f"{channel}COST_PER_THOUSAND"]
    files = measures.files_of(warehouse, f"{channel}SHOWN_OF_CLICKED")
    assert list(files["file"]) == ["0.csv"]
    for channel in ("IMP-SAMEN-ALLE-ALLE-HEEL-", "IMP-SAMEN-ALLE-ALLE-2019-04-23_2019-10-05-"):
        frequency = measures.inputs_of(warehouse, f"{channel}FREQUENCY", "nl")  # Google tells no reach
        assert ids(frequency) == [f"{channel}SHOWN_OF_REACH", f"{channel}REACH"]
        assert list(frequency.rows["text"]) == ["3.000", "500"]


def test_what_channels_together_cost_follows_from_those_that_tell_both_sides(shown: Warehouse):
    tables = [measures.reach(shown, WHOLE), measures.gains(shown, WHOLE)]
    rows = pd.concat([table.rows for table in tables]).drop_duplicates("figure_id")
    by_channel = rows.pivot(index="period", columns="measure", values="value")
    together = measures.gains(shown, replace(WHOLE, by="whole")).rows.set_index("measure")["value"]
    for rate, other, per in (
        ("cost_per_click", "clicked", 1),
        ("cost_per_thousand", "impressions", 1000),
        ("cost_per_conversion", "conversions", 1),
    ):
        both = by_channel[["cost", other]].dropna()
        assert together[rate] == pytest.approx(per * both["cost"].sum() / both[other].sum())


def test_an_imported_figure_names_the_files_that_it_rests_on(tmp_path: Path):
    store = Store(tmp_path / "store")
    for day, name in ((1, "mei.csv"), (2, "juni.csv")):
        file = tmp_path / name
        file.write_text(HEAD + f"2019-0{4 + day}-10,A,Search,1000,100,50.00,EUR\n", encoding="utf-8")
        assert receive(file, store, at=datetime(2026, 1, day, tzinfo=UTC)).status == "imported"
    warehouse = open_warehouse(DATA, store.loaded())
    files = measures.files_of(warehouse, "IMP-GOOGLE_ADS-SEARCH-BET-HEEL-CLICK_RATE")
    assert list(files["file"]) == ["mei.csv", "juni.csv"]
    june = measures.files_of(warehouse, "IMP-GOOGLE_ADS-SEARCH-BET-2019-06-CLICK_RATE")
    assert list(june["file"]) == ["juni.csv"]
    assert measures.files_of(warehouse, "IMP-SAMEN-ALLE-ALLE-HEEL-COST")["file"].tolist() == [
        "mei.csv",
        "juni.csv",
    ]
    assert measures.files_of(warehouse, "IMP-GOOGLE_ADS-DISPLAY-BET-HEEL-COST").empty


def test_every_imported_figure_has_at_least_one_file(shown: Warehouse):
    surveys = measures.survey_tables(shown, WHOLE)
    for table in (*imported_tables(shown, WHOLE), measures.over_time(shown, JUNE), *surveys):
        for row in table.rows.to_dict("records"):
            if not pd.isna(row["value"]):
                assert len(measures.files_of(shown, row["figure_id"])), row["figure_id"]


def test_a_table_holds_the_measures_that_it_says(warehouse: Warehouse):
    for name, held in measures.cards.CONTENTS.items():
        kind = "interval" if name == "totals" else "calendar_year"
        assert all(name in measures.tables_with(measure, kind) for measure in held)
    assert "coverage" not in measures.tables_with("cards_made", "calendar_year")
    assert measures.tables_with("cards_made", "interval") == ["totals"]


CITED = {
    "LK-2020-BIB": "Afgehaald in de bibliotheek, editie 2020: 81.803 (schatting, wellicht hoger). "
    "Vlaams minister van Onderwijs, Antwoord op een schriftelijke vraag",
    "LK-2021-BIB": "Afgehaald in de bibliotheek, editie 2021: nog niet geteld. Vlaams minister",
    "LK-2019-HER": "Aandeel met kaart, herrekend, editie 2019: 64,99 % (definitief). "
    "Berekend (personeel met kaart ÷ kaarten aangemaakt) uit Vlaams minister van Onderwijs, Antwoord",
    "LK-2017-2019-PER": "Personeel met kaart, edities 2017-2019: 416.586 (definitief). "
    "Berekend (som over de edities) uit Vlaams minister",
    "LK-ELK_JAAR-WEB": "Bezoeken aan Lerarenkaart.be, elk jaar: ongeveer 600.000 (bij benadering). Vlaams minister",
    "REF-2017-2018-GES": "Gestarte studenten in de lerarenopleiding, 2017-2018: 10.167 (definitief). "
    "Nieuwsblad (cijfers gevraagd door Loes Vandromme), 23 november 2020, https://www.nieuwsblad.be/",
    "REF-2017-2018_2019-2020-KLE": "Evolutie starters, kleuteronderwijs, 2017-2018 tot en met 2019-2020: −12,2 %",
}


@pytest.mark.parametrize("figure_id", CITED)
def test_a_citation_has_value_status_source_version_date_and_address(warehouse: Warehouse, figure_id: str):
    line = cited(warehouse, figure_id)
    assert line.startswith(CITED[figure_id])
    assert line.endswith(
        f"Cijfer {figure_id} in 'Lerarenkaart in cijfers', gegevensversie {warehouse.version}, "
        f"geraadpleegd op 6 juli 2026, https://example.be/bronnen?figuur={figure_id}"
    )
    if figure_id.startswith("LK-2020"):
        assert "rij 2020, kolom 'Kaarten afgehaald in de bibliotheek'" in line


def cited(warehouse: Warehouse, figure_id: str) -> str:
    table = measures.one_figure(warehouse, figure_id, "nl")
    (row,) = table.records
    files = measures.files_of(warehouse, figure_id).to_dict("records")
    address = f"https://example.be/bronnen?figuur={figure_id}"
    asked = {"version": warehouse.version, "consulted": date(2026, 7, 6), "address": address}
    return stories.citation(row, table, files, "nl", **asked)


def test_a_citation_of_an_imported_figure_names_its_file_and_import(tmp_path: Path):
    warehouse = loaded(tmp_path, HEAD + "2019-05-10,A,Search,1000,100,50.00,EUR\n")
    (file,) = measures.files_of(warehouse, "IMP-GOOGLE_ADS-SEARCH-BET-2019-05-COST").to_dict("records")
    line = cited(warehouse, "IMP-GOOGLE_ADS-SEARCH-BET-2019-05-COST")
    assert line.startswith("Kosten, Google Ads, zoeken, betaald, mei 2019: 50,00 EUR (definitief). ")
    assert "Export van Google Ads (0.csv, ingevoerd op 1 januari 2026)" in line
    assert f"import {file['import_id'][:12]}, geraadpleegd" in line
    rate = cited(warehouse, "IMP-GOOGLE_ADS-SEARCH-BET-HEEL-CLICK_RATE")
    assert "Berekend (klikken ÷ vertoningen) uit Export van Google Ads" in rate


def test_many_files_are_named_by_the_first_and_a_count(tmp_path: Path):
    days = [HEAD + f"2019-05-1{at},A{at},Search,1000,100,50.00,EUR\n" for at in range(5)]
    line = cited(loaded(tmp_path, *days), "IMP-GOOGLE_ADS-SEARCH-BET-HEEL-COST")
    assert "en nog 2 andere bestanden" in line


def test_an_example_cannot_be_quoted(shown: Warehouse):
    for table in imported_tables(shown, WHOLE):
        assert not any(stories.quotable(row) for row in table.records)
    (row,) = measures.one_figure(shown, "LK-2020-BIB", "nl").records
    assert stories.quotable(row)


def test_the_totals_of_a_received_file_are_figures_before_and_after_it_is_kept(tmp_path: Path):
    store, file = Store(tmp_path / "store"), tmp_path / "mei.csv"
    rows = "2019-05-10,A,Search,1000,100,50.00,EUR\n2019-05-10,B,Search,1000,100,9.00,USD\n"
    file.write_text(HEAD + rows, encoding="utf-8")
    before = measures.file_totals(receive(file, store, dry_run=True), "nl")
    assert receive(file, store).status == "imported"
    after = measures.file_totals(store.papers()[0], "nl")
    told = dict(zip(after.rows["label"], after.rows["text"], strict=True))
    assert told == {
        "Klikken": "200",
        "Kosten (EUR)": "50,00 EUR",
        "Kosten (USD)": "9,00 USD",
        "Vertoningen": "2.000",
    }
    assert list(before.rows["figure_id"]) == list(after.rows["figure_id"])
    assert before.rows["figure_id"].is_unique
    assert not any(stories.quotable(row) for row in before.records)
    assert all(stories.quotable(row) for row in after.records)


def test_a_total_on_the_page_of_imports_opens_its_papers(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path / "imports"))
    file = tmp_path / "mei.csv"
    file.write_text(HEAD + "2019-05-10,A,Search,1000,100,50.00,EUR\n", encoding="utf-8")
    receive(file, Store(tmp_path / "imports"))
    links = [name for name in linked_figures(opened("importeren")) if "-BESTAND-" in name]
    assert len(links) == 3
    told = words(opened("importeren", figuur=links[0]))
    assert "mei.csv" in told
    assert "som van alle rijen" in told


def test_a_count_tells_what_was_counted_and_where_that_stands(shown: Warehouse):
    table = measures.counted(shown, "nl")
    rows = {row["figure_id"]: row for row in table.records}
    dated = dict(stories.papers(rows["TEL-ACTIONS_DATED"], table, [], "nl"))
    assert len(dated["basis"].split("; ")) == rows["TEL-ACTIONS_DATED"]["value"]
    assert "Drie uitzendingen van 'Generation M'" in dated["basis"]
    assert "antwoord op vraag 1, acties voor de start" in dated["place"]
    assert "basis" not in dict(stories.papers(rows["TEL-CRITERIA_IMPORTED"], table, [], "nl"))
