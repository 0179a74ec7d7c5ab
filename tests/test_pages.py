"""The pages as Streamlit runs them: titles, sources, empty states, and data that grows or breaks."""

import json
import re
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lkdash import measures
from lkdash.contracts import Choice
from lkdash.importers import receive
from lkdash.store import Store
from lkdash.texts import text
from lkdash.ui.shown import places
from tests.conftest import ROOT, one_edition_on
from tests.on_screen import pieces, said, source_lines, tables

FIGURE = re.compile(r"figuur=([A-Z0-9_-]+)")
SHELL = ROOT / "lkdash" / "ui" / "shell.py"
PAGES = {
    "overzicht": ("De Lerarenkaart in het kort", "The teacher card in brief"),
    "dekking": ("Wie heeft een Lerarenkaart?", "Who has a teacher card?"),
    "afhaalkanalen": ("Hoe komt de kaart bij het personeel?", "How does the card reach staff?"),
    "wervingscampagne": ("De wervingscampagne van 2019", "The recruitment campaign of 2019"),
    "instroom": ("Wie begint aan een lerarenopleiding?", "Who starts teacher training?"),
    "evaluatie": ("Hoe wordt de campagne beoordeeld?", "How is the campaign judged?"),
    "bronnen": ("Bronnen en kwaliteit", "Sources and quality"),
    "bereik": ("Wat bereikte de campagne?", "What did the campaign reach?"),
    "bevraging": ("Wat vonden de stakeholders?", "What did stakeholders think?"),
    "importeren": ("Cijfers invoeren", "Bring figures in"),
}
CHARTS = ("overzicht", "dekking", "afhaalkanalen", "wervingscampagne", "instroom")


@pytest.fixture(autouse=True)
def fresh():
    st.cache_resource.clear()


def opened(page: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    if page != "overzicht":
        app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.error,
        app.info,
        app.warning,
    )
    parts = [element.value for kind in kinds for element in kind]
    parts += [said(piece) for piece in pieces(app)]
    return "\n".join(str(part) for part in parts).replace("\\", "").replace("\u00a0", " ")


def linked_figures(app: AppTest) -> set[str]:
    return {
        name
        for piece in pieces(app)
        for link in piece.findall(".//table//a")
        for name in FIGURE.findall(link.get("href"))
    }


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("lang", "at"), [("nl", 0), ("en", 1)])
def test_a_page_has_its_title_and_no_error_in_both_languages(page: str, lang: str, at: int):
    app = opened(page, lang=lang)
    assert [title.value for title in app.title] == [PAGES[page][at]]
    assert not app.error
    assert tables(app) or page == "importeren"


@pytest.mark.parametrize("page", CHARTS)
def test_each_chart_is_followed_by_a_table_and_a_source_line(page: str):
    app = opened(page)
    charts = app.get("plotly_chart")
    assert charts
    assert len(tables(app)) >= len(charts)
    assert len(source_lines(app)) >= len(charts)
    assert all(chart.proto.alt for chart in charts)


@pytest.mark.parametrize("page", CHARTS)
def test_dutch_pages_have_no_english_words_and_english_ones_no_dutch(page: str):
    nl, en = words(opened(page)), words(opened(page, lang="en"))
    assert "estimate" not in nl
    assert "not counted" not in nl
    assert "schatting" not in en.replace("schattingen=ja", "")
    assert "nog niet" not in en


@pytest.mark.parametrize("page", ["dekking", "bronnen"])
def test_an_english_page_gives_days_and_places_in_english(page: str):
    text = words(opened(page, lang="en"))
    assert "antwoord op" not in text
    assert "eind 2021" not in text
    assert "december 2021" not in text


def test_the_headline_names_the_status_of_each_edition():
    (lead,) = (lead for piece in pieces(opened("overzicht")) for lead in piece.find_class("lk-lead"))
    headline = said(lead)
    assert "65 %" in headline
    assert "58,3 % (schatting, wellicht hoger)" in headline
    assert headline.endswith("Editie 2021: nog niet geteld.")


def test_without_estimates_no_estimate_is_on_the_page():
    app = opened("dekking", schattingen="nee")
    assert "58,3 %" not in words(app)
    assert "Schatting niet getoond: 2020." in words(app)


def test_a_switch_changes_the_page_and_the_address():
    app = opened("afhaalkanalen")
    app.segmented_control(key="widget_relative").set_value(True).run()
    assert "Afgehaald in de bibliotheek, aandeel" in words(app)
    assert app.query_params["weergave"] in ("aandeel", ["aandeel"])


def test_a_chosen_edition_is_alone_in_the_table():
    app = opened("overzicht", edities="2018")
    assert list(tables(app)[0].index) == ["2018"]


def test_hostile_values_in_the_address_fall_back_to_everything():
    app = opened("overzicht", edities="<script>,1999", weergave="x", editie="../..", lang="de")
    assert [title.value for title in app.title] == [PAGES["overzicht"][0]]
    assert len(tables(app)[0]) == 5


@pytest.mark.parametrize("page", ["dekking", "instroom", "bronnen"])
def test_a_table_with_an_empty_cell_says_what_that_means(page: str):
    app = opened(page)
    empty = [table for table in tables(app) if (table == "").any(axis=None)]
    told = [caption for caption in app.caption if caption.value == text("file.empty", "nl")]
    assert len(empty) == len(told) > 0


def test_every_action_is_in_the_table_and_one_without_a_date_says_so():
    app = opened("wervingscampagne")
    table = tables(app)[0]
    assert len(table) == 18
    assert (table["periode"] == "tijdens de campagne, geen datum in de bron").sum() == 14
    text = words(app)
    assert "liep van 23 april 2019 tot en met 5 oktober 2019" in text
    assert "Een pijl wijst naar wat vóór de start gebeurde" in text
    assert "ongeveer 500.000 EUR (richting onzeker)" in text
    assert "betrouwbaarheid laag" in text


def test_counts_are_not_joined_and_no_effect_is_claimed():
    app = opened("instroom")
    text = words(app)
    assert "10.167 in 2017-2018 en 10.773 in 2019-2020. Geen cijfer gevonden: 2018-2019." in text
    assert "−12,2 % (2017-2018 tot en met 2019-2020)" in text
    assert "gelijktijdig, geen oorzaak" in text
    assert "22.947 in 2019-2020. Eén cijfer alleen" in text
    skipped = [table for table in tables(app) if table["waarde"].str.startswith("geen cijfer gevonden").any()]
    assert len(skipped) > 1
    for table in skipped:  # a year without a figure says so in its status too
        assert (table["status"] != "").all()
    for chart in app.get("plotly_chart"):
        kinds = [(trace["type"], trace["y"]) for trace in json.loads(chart.proto.spec)["data"]]
        assert [kind for kind, y in kinds if any(y)] == ["bar"]


@pytest.mark.parametrize(
    ("page", "figure", "status"),
    [
        ("wervingscampagne", "REF-2022-KOS", "bij benadering, richting onzeker"),
        ("instroom", "REF-TEM-2020-SLA", "bij benadering, wellicht hoger"),
    ],
)
def test_a_doubt_never_stands_in_the_place_of_the_status(page: str, figure: str, status: str):
    (own,) = [table for table in tables(opened(page)) if "cijfer" in table and figure in set(table["cijfer"])]
    assert list(own.loc[own["cijfer"] == figure, "status"]) == [status]


def test_each_expectation_stands_on_the_board_and_unpublished_figures_say_so():
    app = opened("evaluatie")
    board, criteria = tables(app)[:2]
    assert board.index.nunique() == 5
    assert (board["wat er is"] == "geen criterium").sum() == 2
    assert (board["wie het zou hebben"] == "niet van toepassing").sum() == 2
    assert (board != "").all(axis=None)
    assert (criteria["cijfers"] == "criterium bekend, cijfer niet gepubliceerd").sum() == 4
    text = words(app)
    assert "Van de 5 verwachtingen hebben er 3 een criterium." in text
    assert "korte campagne met een beperkt budget" in text
    assert "eind 2019 tot begin 2020" in text
    assert "6 februari 2020: De minister wil de campagne eerst nog evalueren." in text
    assert "niet openbaar gevonden" in text
    assert "Bronnen: [Nieuwsblad" in text


def test_the_cards_own_information_campaign_is_not_on_the_page_of_the_recruitment_campaign():
    assert "Smartschool" not in words(opened("wervingscampagne"))


def test_a_figure_in_the_address_opens_with_its_papers():
    app = opened("bronnen", figuur="LK-2020-BIB")
    assert dialogs(app) == ["Cijfer LK-2020-BIB"]
    (lines,) = [piece for piece in pieces(app) if piece.find(".//dl") is not None]
    told = dict(zip(*([said(cell) for cell in lines.iter(kind)] for kind in ("dt", "dd")), strict=True))
    assert told["Gedrukte tekst"] == "81.803*"
    assert told["Status"] == "schatting, wellicht hoger"
    assert "Er is geen cijfer met de naam 'LK-1'" in words(opened("bronnen", figuur="LK-1"))


def dialogs(app: AppTest) -> list[str]:
    return [block.proto.dialog.title.replace("\\", "").replace("\u00a0", " ") for block in app.get("dialog")]


@pytest.mark.parametrize("page", PAGES)
def test_a_figure_opens_over_any_page_and_only_when_it_is_asked_for(page: str):
    assert not dialogs(opened(page))
    app = opened(page, figuur="LK-2017-AAN", lang="en")
    assert dialogs(app) == ["Figure LK-2017-AAN"]
    assert [title.value for title in app.title] == [PAGES[page][1]]
    text = words(app)
    assert "Known error: " in text
    assert "Computed" not in text
    assert "Share with a card, published, edition 2017: 67,50 % (final)." in text


@pytest.mark.parametrize(
    "figure", ["<script>alert(1)</script>", "**LK**" * 50, "[x](http://example.org)", ""]
)
def test_a_hostile_name_of_a_figure_is_a_calm_sentence(figure: str):
    app = opened("dekking", figuur=figure)
    assert dialogs(app) == [f"Cijfer {figure[:80]}"]
    (raw,) = (block.proto.dialog.title for block in app.get("dialog"))
    assert not re.search(r"(?<!\\)[<>*\[\]]", raw)
    (warning,) = app.warning
    assert warning.value.startswith("Er is geen cijfer met de naam")


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("bevraging", "importeren")])
def test_each_linked_figure_names_the_page_that_shows_it(page: str):
    """Every id in a page's tables opens, and its papers lead back to the page."""
    app = opened(page)
    linked = linked_figures(app)
    if page != "wervingscampagne":
        assert len(linked) > 3
    data = app.session_state["warehouse"]
    choice = Choice(editions=("2017", "2018", "2019", "2020", "2021"), edition="2020")
    path = "/" if page == "overzicht" else f"/{page}"
    for name in linked:
        (row,) = measures.one_figure(data, name, "nl").records
        assert path in {address.split("?")[0] for _, address in places(data, row, choice)}, name


def test_a_page_that_a_figure_names_shows_it():
    shown: dict[str, set[str]] = {}
    for page in (
        "overzicht",
        "dekking",
        "afhaalkanalen",
        "wervingscampagne",
        "instroom",
        "evaluatie",
        "bereik",
    ):
        for relative in ("aantal", "aandeel"):
            app = opened(page, weergave=relative)
            shown.setdefault("/" if page == "overzicht" else f"/{page}", set()).update(linked_figures(app))
    data = app.session_state["warehouse"]
    choice = Choice(editions=("2017", "2018", "2019", "2020", "2021"), edition="2020")
    for name in set().union(*shown.values()):
        (row,) = measures.one_figure(data, name, "nl").records
        for words_, address in places(data, row, choice):
            path = address.split("?")[0]
            if path != "/bronnen" and "De weg van de kaarten" not in words_:
                assert name in shown[path], (name, words_)


def test_every_chosen_edition_gone_is_a_sentence_and_not_an_empty_chart():
    app = opened("dekking", edities="2017")
    assert any("Voor deze keuze zijn er geen cijfers" in info.value for info in app.info)


def test_a_new_edition_and_a_counted_one_show_everywhere(rebuilt, monkeypatch):
    monkeypatch.setenv("LKDASH_DATA", str(rebuilt(one_edition_on)))
    text = words(opened("overzicht"))
    assert "editie 2021 zijn gemaakt, kwam 65 %" in text
    assert "Editie 2022: nog niet geteld." in text
    assert "LK-2022-GEM" in text
    coverage = words(opened("dekking"))
    assert "65 % in 2021 (definitief). Nog niet geteld: 2022." in coverage
    assert "2017-2019" not in coverage.split("Samen over")[1].split("Bron")[0].replace("2017-2021", "")
    channels = words(opened("afhaalkanalen"))
    assert "Editie 2022: wat al bekend is" in channels
    assert "Editie 2021: wat al bekend is" not in channels
    assert "LK-2022-STA" in words(opened("bronnen"))


def test_a_changed_share_shows_in_the_check_and_in_the_badge(rebuilt, monkeypatch):
    def change(cards: str) -> str:
        return cards.replace("2019,share_with_card,65%", "2019,share_with_card,66%")

    monkeypatch.setenv("LKDASH_DATA", str(rebuilt(change)))
    compared = next(table for table in tables(opened("dekking")) if "oordeel" in table)
    assert compared.loc["2019", "oordeel"] == "wijkt af"
    assert compared.loc["2021", "oordeel"] == "nog niet te zeggen"
    assert "LK-2019-AAN: het gepubliceerde aandeel wijkt 1.01" in words(opened("bronnen"))


@pytest.mark.parametrize("broken", [None, b"not parquet"])
def test_a_broken_file_is_one_calm_sentence_and_the_rest_goes_on(rebuilt, monkeypatch, broken):
    folder: Path = rebuilt()
    file = folder / "website_visits.parquet"
    file.unlink()
    if broken is not None:
        file.write_bytes(broken)
    monkeypatch.setenv("LKDASH_DATA", str(folder))
    (error,) = opened("dekking").error
    assert "website_visits.parquet" in error.value
    assert str(folder) not in error.value
    assert not opened("afhaalkanalen").error


def test_without_the_cards_the_page_on_quality_still_works(rebuilt, monkeypatch):
    folder: Path = rebuilt()
    (folder / "cards.parquet").unlink()
    monkeypatch.setenv("LKDASH_DATA", str(folder))
    assert all("cards.parquet ontbreekt" in e.value for e in opened("overzicht").error)
    app = opened("bronnen")
    assert "Statistiek Vlaanderen" in words(app)


TABLES_WITH_FILES = {
    "dekking": 9,
    "wervingscampagne": 2,
    "instroom": 4,
    "evaluatie": 2,
    "bereik": 6,
    "bevraging": 3,
    "bronnen": 4,
}


@pytest.mark.parametrize("page", TABLES_WITH_FILES)
def test_every_table_of_figures_has_its_csv(page: str):
    keys = {button.key for button in opened(page).get("download_button") if "csv" in str(button.key)}
    assert len(keys) == TABLES_WITH_FILES[page], keys


def test_the_draft_on_screen_has_the_numbers_of_its_notes_behind_the_figures():
    app = opened("antwoord", vraag="lerarenkaart")
    table = tables(app)[0]
    assert table.loc["2020", "Personeel met kaart"].startswith("125.529 [e] (")
    (cell,) = [
        cell for piece in pieces(app) for cell in piece.iter("td") if said(cell).startswith("125.529 [e] (")
    ]
    assert said(cell.find("a")) == "125.529 [e]"


def test_files_come_in_on_a_server_without_our_middleware_too(tmp_path: Path):
    app = opened("importeren")
    name = "google_dutch_utf16.csv"
    content = (ROOT / "tests" / "fixtures" / "exports" / name).read_bytes()
    app.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    assert "Herkend als Google Ads. Rijen: 3;" in words(app)
    (confirm,) = (button for button in app.button if button.label == "Bewaar 1 bestand")
    confirm.click().run()
    assert not app.exception
    assert [papers.file for papers in Store(tmp_path / "imports").papers()] == [name]


def test_undoing_what_is_gone_already_undoes_no_other_import(tmp_path: Path):
    store = Store(tmp_path / "imports")
    for name in ("google_dutch_utf16.csv", "meta_dutch_daily.csv"):
        receive(ROOT / "tests" / "fixtures" / "exports" / name, store)
    app = opened("importeren")
    newest, oldest = (papers.import_id for papers in store.papers())
    store.undo(newest)  # by another reader, meanwhile
    (undo,) = (button for button in app.button if button.label == "Maak deze import ongedaan")
    undo.click().run()
    assert not app.exception
    assert [papers.import_id for papers in store.papers()] == [oldest]


def test_a_target_that_cannot_be_written_is_one_sentence(tmp_path: Path):
    receive(ROOT / "tests" / "fixtures" / "exports" / "google_dutch_utf16.csv", Store(tmp_path / "imports"))
    app = opened("bereik")
    (tmp_path / "imports" / "targets.json").mkdir()
    app.text_input(key="target_value").set_value("1000").run()
    (save,) = (button for button in app.button if button.label == text("targets.save", "nl"))
    save.click().run()
    assert "In de map van de imports kan niet geschreven worden" in words(app)
